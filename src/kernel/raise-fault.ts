/** The faults that toro:fault raises: how each comes about on the bare machine (docs/exceptions.md has the table). */
import { callAddress, symbol, text, u32, u64 } from 'toro:machine';
import { panic } from './panic.ts';

/** Makes the processor raise the fault of this vector. `address`: what a page fault accesses; `write`: by a store. */
export function raiseFault(vector: u32, address: u64, write: boolean): void {
  switch (vector) {
    case 0: callAddress(symbol('fault_divide')); break;
    case 4: callAddress(symbol('fault_overflow')); break;
    case 5: callAddress(symbol('fault_bound')); break;
    case 6: callAddress(symbol('fault_invalid_opcode')); break;
    case 7: callAddress(symbol('fault_device_not_available')); break;
    case 12: callAddress(symbol('fault_stack_segment')); break;
    case 13: callAddress(symbol('fault_protection')); break;
    case 14: callAddress(write ? symbol('fault_page_write') : symbol('fault_page_read'), address); break;
    case 16: callAddress(symbol('fault_float')); break;
    case 17: callAddress(symbol('fault_alignment_frame')); break;
    case 19: callAddress(symbol('fault_simd_vector')); break;
    default: panic(text('raise-fault: no fault has this vector'));
  }
}
