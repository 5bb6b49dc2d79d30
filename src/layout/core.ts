/**
 * The per-core block behind GS: what a core owns alone, so that nothing global has to be shared.
 * `coreLoad64(offset)` and `coreStore64(offset, x)` of the dialect reach it, assembly as `[gs:offset]`.
 * The block of the first core is static data (`src/multiboot/core-block.asm`; on linux `src/runtime-asm/linux-start.asm`);
 * `src/layout/core.inc` has the same numbers for assembly, and a test compares the two.
 */
export const core = {
  /** Address of the block itself. */
  self: 0,
  /** Next free byte of the nursery. */
  allocPointer: 8,
  /** End of the nursery; 0 (with allocPointer 0) means that no memory was taken yet. */
  allocLimit: 16,
  /** The stack pointer must not go below this at a stack check. */
  stackLimit: 24,
  /** Top of the stack that interrupt handlers run on (toro only). */
  interruptStackTop: 32,
  /** The core's number, 0 for the one that booted. */
  index: 40,
  /** Where the unwinder leaves the handler's stack pointer for the jump (src/runtime-asm/throw.asm). */
  unwindStackPointer: 48,
} as const;

/** Bytes of the block. Fields may be added up to here without moving anything. */
export const coreBlockBytes = 256;
