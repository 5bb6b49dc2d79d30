/**
 * Exceptions: a throw walks the frames by their return addresses to the first site with a handler. src/runtime-asm/throw.asm
 * enters here and makes the jump: no registers are saved across calls, so rsp and the value in rax are all that a handler needs.
 */
import { addr, coreStore64, i32, load16, load32, load64, u32, u64, type value } from 'toro:machine';
import { uncaught } from 'toro:hooks';
import { platformExit } from 'toro:platform';
import { core } from '../layout/core.ts';
import { FRAME_RECORD_SIZE_WORDS } from '../layout/frame-table.ts';
import { ENTRY_HANDLER, ENTRY_RECORD, findFrame } from './frames.ts';

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
    const handler = load32(entry, ENTRY_HANDLER);
    if (handler !== 0) {
      coreStore64(core.unwindStackPointer, frame);
      return u64(handler);
    }
    const sizeWords = load16(addr(u64(load32(entry, ENTRY_RECORD))), FRAME_RECORD_SIZE_WORDS);
    const caller = addr(frame + (u64(sizeWords) << 3n));
    site = load64(caller);
    frame = u64(caller + 8n);
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
