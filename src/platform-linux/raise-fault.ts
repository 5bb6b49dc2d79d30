/** The faults that toro:fault raises: how each comes about under Linux (docs/exceptions.md has the table). */
import { callAddress, symbol, u32, u64, unreachable } from 'toro:machine';

/** Makes the processor raise the fault of this vector. `address`: what a page fault accesses; `write`: by a store. */
export function raiseFault(vector: u32, address: u64, write: boolean): void {
  switch (vector) {
    case 0: callAddress(symbol('fault_divide')); break;
    case 4: callAddress(symbol('fault_overflow')); break;
    case 5: callAddress(symbol('fault_bound')); break;
    case 6: callAddress(symbol('fault_invalid_opcode')); break;
    case 7: callAddress(symbol('fault_device_vector')); break;
    case 12: callAddress(symbol('fault_stack_address')); break;
    case 13: callAddress(symbol('fault_protection')); break;
    case 14: callAddress(write ? symbol('fault_page_write') : symbol('fault_page_read'), address); break;
    case 16: callAddress(symbol('fault_float')); break;
    case 17: callAddress(symbol('fault_alignment')); break;
    case 19: callAddress(symbol('fault_simd')); break;
    default: unreachable();
  }
}
