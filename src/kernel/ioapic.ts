/**
 * The I/O APIC that the ISA interrupts arrive at (82093AA data sheet), at its default address on pc, q35 and microvm.
 * An index register selects what the data register shows.
 */
import { addr, store32, text, u32, u64 } from 'toro:machine';
import { mapDevice } from './page-tables.ts';
import { panic } from './panic.ts';

const BASE = 0xfec0_0000n;
const INDEX = 0x00;
const DATA = 0x10;
/** Two registers per input: bits 0 to 7 of the first are the vector, all zero is edge-triggered, fixed, to the core of the second. */
const REDIRECTION_TABLE = 0x10;

/** Delivers an edge-triggered input as `vector` to the core with APIC number 0. */
export function ioapicRoute(input: u32, vector: u32): void {
  if (!mapDevice(u64(BASE))) panic(text('ioapic: no page is left to map it'));
  const register = u32(REDIRECTION_TABLE + u32(input << 1));
  write(u32(register + 1), u32(0));
  write(register, vector);
}

function write(register: u32, x: u32): void {
  store32(addr(BASE), register, INDEX);
  store32(addr(BASE), x, DATA);
}
