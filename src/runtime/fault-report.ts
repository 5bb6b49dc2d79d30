/** What is printed of a fault of the processor, which is a bug of toroc's: what, where, the registers, the stack. */
import { addr, load64, type ref, text, u32, u64 } from 'toro:machine';
import {
  FRAME_ERROR_CODE, FRAME_R8, FRAME_RAX, FRAME_RBP, FRAME_RBX, FRAME_RCX, FRAME_RDI, FRAME_RDX, FRAME_RFLAGS, FRAME_RIP, FRAME_RSI,
  FRAME_RSP, FRAME_VECTOR,
} from '../layout/interrupt-frame.ts';
import { exceptionName } from './exception-names.ts';
import { isCollecting } from './heap.ts';
import { panicDecimal, panicHex, panicText } from './panic-text.ts';
import { printTrace } from './print-trace.ts';

const PAGE_FAULT = 14;

let reporting = false;

/**
 * Prints an interrupt frame (src/layout/interrupt-frame.ts). A fault in here prints one line of its own.
 * @param faultAddress what the instruction accessed, for page faults
 */
export function reportFault(frame: addr, faultAddress: u64): void {
  const vector = u32(load64(frame, FRAME_VECTOR));
  panicText(text('toro: panic: '));
  panicText(exceptionName(vector));
  panicText(text(' (vector '));
  panicDecimal(vector);
  panicText(isCollecting() ? text(') during a collection, error code 0x') : text('), error code 0x'));
  panicHex(load64(frame, FRAME_ERROR_CODE), u32(4));
  if (vector === PAGE_FAULT) writeRegister(text(', address 0x'), faultAddress);
  writeRegister(text(', at 0x'), load64(frame, FRAME_RIP));
  panicText(text('\n'));
  if (reporting) return;
  reporting = true;
  writeRegisters(frame);
  printTrace(load64(frame, FRAME_RIP), load64(frame, FRAME_RSP));
}

/** Prints where the interrupt frame's core is, for a non-maskable interrupt: somebody outside wants to know. */
export function reportInterruption(frame: addr): void {
  writeRegister(text('toro: non-maskable interrupt at 0x'), load64(frame, FRAME_RIP));
  panicText(text('\n'));
  printTrace(load64(frame, FRAME_RIP), load64(frame, FRAME_RSP));
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
    panicText((register & 3) === 0 ? text('\n  r') : text('  r'));
    panicDecimal(register);
    panicText(register < 10 ? text('  ') : text(' '));
    panicHex(load64(addr(frame + u64(u32(register - 8)) * 8n), FRAME_R8), u32(16));
  }
  writeRegister(text('\n  flags '), load64(frame, FRAME_RFLAGS));
  panicText(text('\n'));
}

function writeRegister(label: ref, x: u64): void {
  panicText(label);
  panicHex(x, u32(16));
}
