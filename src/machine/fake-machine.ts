/**
 * The machine that dialect code runs on under node: memory in regions at chosen addresses, and hooks for all that is not memory.
 * An access outside the mapped regions, or a store to a read-only one, throws, so that tests find wild addresses at once.
 */

/** Mapped memory: `view` covers `bytes` from address `base` on. */
export interface Region {
  readonly base: number;
  readonly end: number;
  readonly writable: boolean;
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** I/O ports; `width` is 1, 2 or 4 bytes. */
export interface Ports {
  read(port: number, width: number): number;
  write(port: number, width: number, x: number): void;
}

export interface Processor {
  interruptsEnabled: boolean;
  cr2: bigint;
  cr3: bigint;
  idtr: bigint;
  gdtr: bigint;
  taskRegister: number;
  readonly modelRegisters: Map<number, bigint>;
  readonly invalidatedPages: bigint[];
  halt(): void;
  pause(): void;
  timestamp(): bigint;
  cpuid(leaf: number, subleaf: number, register: number): number;
}

const CORE_BLOCK_BYTES = 4096;
const STACK_BUFFER_BASE = 0x7000_0000;
const STACK_BUFFER_BYTES = 1 << 20;

function notFaked(what: string): never {
  throw new Error(`fake machine: ${what} is not faked in this test`);
}

export class FakeMachine {
  /** Addresses of linker and assembly symbols, for `symbol('name')`. */
  readonly symbols = new Map<string, bigint>();
  /** What `callSite` gives: an address in a fake stack. */
  callSite = 0n;
  /** Code that `callAddress` can reach. */
  readonly functions = new Map<bigint, (a0: bigint, a1: bigint, a2: bigint) => bigint>();
  /** The block behind GS. */
  readonly core = new DataView(new ArrayBuffer(CORE_BLOCK_BYTES));

  ports: Ports = {
    read: (port) => notFaked(`port 0x${port.toString(16)}`),
    write: (port) => notFaked(`port 0x${port.toString(16)}`),
  };

  processor: Processor = {
    interruptsEnabled: false,
    cr2: 0n,
    cr3: 0n,
    idtr: 0n,
    gdtr: 0n,
    taskRegister: 0,
    modelRegisters: new Map(),
    invalidatedPages: [],
    halt: () => notFaked('hlt'),
    pause: () => {},
    timestamp: () => notFaked('rdtsc'),
    cpuid: () => notFaked('cpuid'),
  };

  syscall: (n: number, args: readonly bigint[]) => bigint = (n) => notFaked(`system call ${n}`);
  /** Makes the static string cell of `text('literal')`; whoever knows the layout of strings sets it. */
  text: (literal: string) => bigint = () => notFaked('text()');

  private readonly regions: Region[] = [];
  private recent: Region | undefined;
  private stackBufferNext = 0;

  /** Maps `lengthBytes` of zeroed memory at `base`; overlap with mapped memory is refused. */
  map(base: number, lengthBytes: number, writable = true): Region {
    return this.mapBytes(base, new Uint8Array(lengthBytes), writable);
  }

  mapBytes(base: number, bytes: Uint8Array, writable = true): Region {
    const end = base + bytes.length;
    if (this.regions.some((region) => base < region.end && region.base < end)) {
      throw new Error(`fake machine: 0x${base.toString(16)} is mapped already`);
    }
    const region = { base, end, writable, bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length) };
    this.regions.push(region);
    return region;
  }

  unmap(base: number): void {
    const index = this.regions.findIndex((region) => region.base === base);
    if (index < 0) throw new Error(`fake machine: 0x${base.toString(16)} is not mapped`);
    this.regions.splice(index, 1);
    this.recent = undefined;
  }

  /** The region that holds all of [at, at + width). */
  regionOf(at: number, width: number): Region {
    const recent = this.recent;
    if (recent !== undefined && at >= recent.base && at + width <= recent.end) return recent;
    for (const region of this.regions) {
      if (at >= region.base && at + width <= region.end) {
        this.recent = region;
        return region;
      }
    }
    throw new Error(`fake machine: ${width} bytes at 0x${at.toString(16)} are not mapped`);
  }

  writableRegionOf(at: number, width: number): Region {
    const region = this.regionOf(at, width);
    if (!region.writable) throw new Error(`fake machine: store to read-only memory at 0x${at.toString(16)}`);
    return region;
  }

  /** Frames are not modelled: buffers come from a ring, large enough for the deepest nest of callers in a test. */
  stackBuffer(lengthBytes: number): bigint {
    const size = (lengthBytes + 15) & ~15;
    if (this.stackBufferNext + size > STACK_BUFFER_BYTES) this.stackBufferNext = 0;
    if (!this.regions.some((region) => region.base === STACK_BUFFER_BASE)) this.map(STACK_BUFFER_BASE, STACK_BUFFER_BYTES);
    const at = STACK_BUFFER_BASE + this.stackBufferNext;
    this.stackBufferNext += size;
    return BigInt(at);
  }
}

/** The machine that the intrinsics act on. */
export let machine = new FakeMachine();

/** Replaces the machine, for one test. */
export function installMachine(next: FakeMachine): FakeMachine {
  machine = next;
  return next;
}
