/**
 * Exceptions: a throw walks the frames by their return addresses to the first site with a handler. src/runtime-asm/throw.asm
 * enters here and makes the jump: no registers are saved across calls, so rsp and the value in rax are all that a handler needs.
 */
import { addr, coreStore64, i32, load32, load64, u32, u64, type value } from 'toro:machine';
import { uncaught } from 'toro:hooks';
import { platformExit } from 'toro:platform';
import { core } from '../layout/core.ts';
import { FRAME_ENTRY_ADVANCE, FRAME_ENTRY_HANDLER } from '../layout/frame-table.ts';
import { findFrame } from './frames.ts';

/** node's exit code after an uncaught exception. */
const EXIT_UNCAUGHT = 1;

/**
 * The handler for an exception that leaves the call site `returnAddress` in the frame at `stackPointer`, whose own stack pointer
 * is left in the core block; 0 when no frame of this stack has one.
 * @noalloc
 * @symbol findHandler
 */
export function findHandler(returnAddress: u64, stackPointer: u64): u64 {
  let site = returnAddress;
  let frame = stackPointer;
  while (site !== 0n) {
    const entry = findFrame(u32(site));
    const handler = load32(entry, FRAME_ENTRY_HANDLER);
    if (handler !== 0) {
      coreStore64(core.unwindStackPointer, frame);
      return u64(handler);
    }
    frame = u64(frame + load64(entry, FRAME_ENTRY_ADVANCE));
    site = load64(addr(frame - 8n));
  }
  return u64(0n);
}

/**
 * Entered from the throw of a value that nothing catches, as if its site had called this.
 * @symbol uncaughtException
 */
export function uncaughtException(thrown: value): never {
  uncaught(thrown);
  platformExit(i32(EXIT_UNCAUGHT));
}
