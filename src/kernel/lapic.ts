/**
 * The core's local APIC (Intel SDM volume 3, chapter 11): the door of every interrupt, and the one-shot timer.
 * On QEMU it is there on every machine, enabled, at its default address.
 */
import { addr, load32, store32, text, u32, u64 } from 'toro:machine';
import { mapDevice } from './page-tables.ts';
import { panic } from './panic.ts';

const BASE = 0xfee0_0000n;
const END_OF_INTERRUPT = 0xb0;
const SPURIOUS_INTERRUPT_VECTOR = 0xf0;
const TIMER_VECTOR_ENTRY = 0x320;
const LINT1_VECTOR_ENTRY = 0x360;
const TIMER_INITIAL_COUNT = 0x380;
const TIMER_CURRENT_COUNT = 0x390;
const TIMER_DIVIDE = 0x3e0;

const DELIVER_NMI = 0x400;
const SOFTWARE_ENABLE = 0x100;
const MASKED = 0x1_0000;
const PERIODIC = 0x2_0000;

/** The last vector that has a descriptor. A spurious interrupt has no handler and needs none: nothing raises it while none is lost. */
const SPURIOUS_VECTOR = 0x3f;

/** Divides the timer's clock by 1. */
export const DIVIDE_BY_1 = 0b1011;
/** Divides the timer's clock by 128. */
export const DIVIDE_BY_128 = 0b1010;

/** Makes the registers reachable and lets non-maskable interrupts through, which the firmware leaves masked on microvm and under qboot. */
export function lapicAcceptNmi(): void {
  if (!mapDevice(u64(BASE))) panic(text('lapic: no page is left to map it'));
  write(u32(LINT1_VECTOR_ENTRY), u32(DELIVER_NMI));
}

/** Lets interrupts through. */
export function lapicInit(): void {
  write(u32(SPURIOUS_INTERRUPT_VECTOR), u32(SOFTWARE_ENABLE | SPURIOUS_VECTOR));
}

/** Tells the local APIC that the interrupt in service was handled. */
export function endOfInterrupt(): void {
  write(u32(END_OF_INTERRUPT), u32(0));
}

/** Sets what the timer's clock is divided by: DIVIDE_BY_1 or DIVIDE_BY_128. */
export function timerDivide(divisor: u32): void {
  write(u32(TIMER_DIVIDE), divisor);
}

/** Counts down from `count` to 0, without an interrupt. */
export function timerStartSilent(count: u32): void {
  write(u32(TIMER_VECTOR_ENTRY), u32(MASKED));
  write(u32(TIMER_INITIAL_COUNT), count);
}

/**
 * Counts down from `count` to 0, raises `vector`, and begins again, so that the count tells how long ago that was. The handler calls
 * `timerMask`: one interrupt comes.
 */
export function timerStart(count: u32, vector: u32): void {
  write(u32(TIMER_VECTOR_ENTRY), u32(PERIODIC | vector));
  write(u32(TIMER_INITIAL_COUNT), count);
}

/** No further interrupt; the timer counts on. */
export function timerMask(): void {
  write(u32(TIMER_VECTOR_ENTRY), u32(MASKED | PERIODIC));
}

/** The current count. */
export function timerCount(): u32 {
  return load32(addr(BASE), TIMER_CURRENT_COUNT);
}

function write(register: u32, x: u32): void {
  store32(addr(BASE), x, register);
}
