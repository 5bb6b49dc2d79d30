/**
 * The end for what must not happen: a fault outside of where one can be meant, or a broken precondition of the kernel. Prints what is
 * known and ends the program with 134, node's code after an abort. A fault while panicking is printed shortly, and ends as well.
 */
import { addr, cli, i32, load64, readCr2, type ref, text, u32, u64 } from 'toro:machine';
import { printTrace } from '../runtime/print-trace.ts';
import { consoleWriteDecimal, consoleWriteHex, consoleWriteText } from './console.ts';
import { exceptionName } from './exception-names.ts';
import {
  FRAME_ERROR_CODE, FRAME_R8, FRAME_RAX, FRAME_RBP, FRAME_RBX, FRAME_RCX, FRAME_RDI, FRAME_RDX, FRAME_RFLAGS, FRAME_RIP, FRAME_RSI,
  FRAME_RSP, FRAME_VECTOR,
} from './interrupt-frame.ts';
import { powerOff } from './power.ts';

const EXIT_ABORTED = 134;
const PAGE_FAULT = 14;

let panicking = false;

/** Prints a short unique text, and ends. */
export function panic(message: ref): never {
  cli();
  consoleWriteText(text('toro: panic: '));
  consoleWriteText(message);
  consoleWriteText(text('\n'));
  powerOff(i32(EXIT_ABORTED));
}

/**
 * A fault, or an interrupt that nobody asked for.
 * @noalloc
 * @symbol handleFault
 */
export function handleFault(frame: addr): never {
  const vector = u32(load64(frame, FRAME_VECTOR));
  consoleWriteText(text('toro: panic: '));
  consoleWriteText(exceptionName(vector));
  consoleWriteText(text(' (vector '));
  consoleWriteDecimal(vector);
  consoleWriteText(text('), error code 0x'));
  consoleWriteHex(load64(frame, FRAME_ERROR_CODE), u32(4));
  if (vector === PAGE_FAULT) writeRegister(text(', address 0x'), readCr2());
  writeRegister(text(', at 0x'), load64(frame, FRAME_RIP));
  consoleWriteText(text('\n'));
  if (!panicking) {
    panicking = true;
    writeRegisters(frame);
    printTrace(load64(frame, FRAME_RIP), load64(frame, FRAME_RSP));
  }
  powerOff(i32(EXIT_ABORTED));
}

function writeRegisters(frame: addr): void {
  writeRegister(text('  rax '), load64(frame, FRAME_RAX));
  writeRegister(text('  rbx '), load64(frame, FRAME_RBX));
  writeRegister(text('  rcx '), load64(frame, FRAME_RCX));
  writeRegister(text('  rdx '), load64(frame, FRAME_RDX));
  writeRegister(text('\n  rsi '), load64(frame, FRAME_RSI));
  writeRegister(text('  rdi '), load64(frame, FRAME_RDI));
  writeRegister(text('  rbp '), load64(frame, FRAME_RBP));
  writeRegister(text('  rsp '), load64(frame, FRAME_RSP));
  for (let register = u32(8); register < 16; register = u32(register + 1)) {
    consoleWriteText((register & 3) === 0 ? text('\n  r') : text('  r'));
    consoleWriteDecimal(register);
    consoleWriteText(register < 10 ? text('  ') : text(' '));
    consoleWriteHex(load64(addr(frame + u64(u32(register - 8)) * 8n), FRAME_R8), u32(16));
  }
  writeRegister(text('\n  flags '), load64(frame, FRAME_RFLAGS));
  consoleWriteText(text('\n'));
}

function writeRegister(label: ref, x: u64): void {
  consoleWriteText(label);
  consoleWriteHex(x, u32(16));
}
