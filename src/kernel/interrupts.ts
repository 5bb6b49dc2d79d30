/**
 * Interrupts of devices. Compiled code runs with interrupts off; they are taken only while the core halts in `waitForInterrupt`, so
 * that a handler never interrupts anything. A handler runs on the core's interrupt stack, uses general registers only, and doesn't allocate.
 */
import { addr, cli, outb, stihlt, store64, symbol, u32, u64 } from 'toro:machine';
import { ioapicRoute } from './ioapic.ts';
import { lapicInit } from './lapic.ts';

const FIRST_INTERRUPT = 32;
/** Vectors, one per device. */
export const VECTOR_TIMER = 32;
export const VECTOR_SERIAL = 33;

/** Data ports of the two 8259s, which the I/O APIC replaces. */
const PIC_MASK = 0x21;
const SECOND_PIC_MASK = 0xa1;

let enabled = false;

/** Makes the interrupt controllers ready, once; before that no interrupt can arrive. */
export function enableInterrupts(): void {
  if (enabled) return;
  enabled = true;
  outb(PIC_MASK, 0xff);
  outb(SECOND_PIC_MASK, 0xff);
  lapicInit();
}

/** Lets compiled code at `handler` (a function of the frame's address) handle a vector. */
export function setInterruptHandler(vector: u32, handler: addr): void {
  store64(addr(symbol('interrupt_handlers') + u64(u32(vector - FIRST_INTERRUPT)) * 8n), u64(handler));
}

/** Delivers an ISA interrupt as `vector` to a handler. */
export function routeInterrupt(line: u32, vector: u32, handler: addr): void {
  enableInterrupts();
  setInterruptHandler(vector, handler);
  ioapicRoute(line, vector);
}

/**
 * Halts until an interrupt was handled. Interrupts come on with the halt itself: one that arrives after the caller's last look at its
 * condition ends the halt at once.
 */
export function waitForInterrupt(): void {
  stihlt();
  cli();
}
