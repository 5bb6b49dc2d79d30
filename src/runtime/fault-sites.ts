/**
 * Faults of the processor as exceptions: only where they can be meant, in the instructions of the section `.fault_sites`
 * (src/runtime-asm). Each of them is called, and so a fault there is thrown from that call: interrupt-stubs.asm, on Linux the signal's
 * handler, goes on at `throw_fault` with the stack as the instruction found it. A fault anywhere else is a defect, and ends the program.
 */
import { f64, i32, i64, u32, u64 } from 'toro:machine';
import { throwFault as throwHardwareFault } from 'toro:hooks';
import { platformRaiseFault } from 'toro:platform';

/**
 * Entered instead of the instruction that faulted, as if its caller had called this.
 * @param address what a page fault accessed; of other faults anything
 * @symbol throwFault
 */
export function throwFault(vector: u64, errorCode: u64, address: u64, instruction: u64): never {
  throwHardwareFault(i32(u32(vector)), f64(i64(errorCode)), f64(address), f64(i64(instruction)));
}

/** Makes the processor raise the fault, really where it can; returns only if it didn't. `address`: what a page fault accesses. */
export function raiseFault(vector: i32, address: number, write: boolean): void {
  platformRaiseFault(u32(vector), u64(address), write);
}
