/**
 * `toro:fault`: faults of the processor as exceptions (Intel SDM volume 3, 6.15). A fault is thrown where it can be meant: by the raise
 * functions. Anywhere else it is a defect of toroc, and the program ends with a report.
 */

import { Error } from '../error.ts';
import { raiseFault } from '../intrinsics.ts';

const PAGE_FAULT = 14;

/** What every fault tells. Addresses are exact below 2^53. */
export class HardwareFault extends Error {
  static override readonly prototype_name: string = 'HardwareFault';

  /** The processor's number of the fault. */
  readonly vector: number;
  /** What the processor said beside it, 0 where it says nothing. */
  readonly errorCode: number;
  /** What was accessed: page faults only, else 0. */
  readonly address: number;
  /** Address of the instruction, or of the one behind it for `int n`. */
  readonly instruction: number;

  constructor(what: string, vector: number, errorCode: number, address: number, instruction: number) {
    super(what);
    this.vector = vector;
    this.errorCode = errorCode;
    this.address = address;
    this.instruction = instruction;
  }

  /** The error code in words, '' where there is none. */
  get reason(): string {
    if (this.vector === PAGE_FAULT) return pageReason(this.errorCode, this.address);
    return this.errorCode === 0 ? '' : selectorReason(this.errorCode);
  }
}

/** #DE, vector 0: an integer division by zero, or its quotient has no room. */
export class DivideFault extends HardwareFault {
  static override readonly prototype_name: string = 'DivideFault';
}

/** #OF, vector 4: what `into` raised before it was gone from 64-bit mode. */
export class OverflowFault extends HardwareFault {
  static override readonly prototype_name: string = 'OverflowFault';
}

/** #BR, vector 5: what `bound` raised before it was gone from 64-bit mode. */
export class BoundFault extends HardwareFault {
  static override readonly prototype_name: string = 'BoundFault';
}

/** #UD, vector 6: no instruction, or none that the processor has. */
export class InvalidOpcodeFault extends HardwareFault {
  static override readonly prototype_name: string = 'InvalidOpcodeFault';
}

/** #NM, vector 7: a floating-point instruction while the unit is not available. */
export class DeviceNotAvailableFault extends HardwareFault {
  static override readonly prototype_name: string = 'DeviceNotAvailableFault';
}

/** #SS, vector 12: the stack segment, or an access through it. */
export class StackFault extends HardwareFault {
  static override readonly prototype_name: string = 'StackFault';
}

/** #GP, vector 13: everything that has no fault of its own, as an address that is not canonical. */
export class ProtectionFault extends HardwareFault {
  static override readonly prototype_name: string = 'ProtectionFault';
}

/** #PF, vector 14: no page, or not for such an access. */
export class PageFault extends HardwareFault {
  static override readonly prototype_name: string = 'PageFault';
}

/** #MF, vector 16: an x87 operation whose exception is not masked. */
export class FloatFault extends HardwareFault {
  static override readonly prototype_name: string = 'FloatFault';
}

/** #AC, vector 17: an access that is not aligned, where that is checked. */
export class AlignmentFault extends HardwareFault {
  static override readonly prototype_name: string = 'AlignmentFault';
}

/** #XM, vector 19: an SSE operation whose exception is not masked. */
export class SimdFault extends HardwareFault {
  static override readonly prototype_name: string = 'SimdFault';
}

/** Divides by zero. */
export function raiseDivideFault(): never {
  raise(0);
}

export function raiseOverflowFault(): never {
  raise(4);
}

export function raiseBoundFault(): never {
  raise(5);
}

/** Executes `ud2`. */
export function raiseInvalidOpcodeFault(): never {
  raise(6);
}

export function raiseDeviceNotAvailableFault(): never {
  raise(7);
}

export function raiseStackFault(): never {
  raise(12);
}

/** Reads from an address that is not canonical. */
export function raiseProtectionFault(): never {
  raise(13);
}

/** Reads from an address, or writes there; the null page if none is given. */
export function raisePageFault(address = 0, access: 'read' | 'write' = 'read'): never {
  raiseFault(PAGE_FAULT, address, access === 'write');
  throw new Error('the processor raised no fault');
}

export function raiseFloatFault(): never {
  raise(16);
}

export function raiseAlignmentFault(): never {
  raise(17);
}

export function raiseSimdFault(): never {
  raise(19);
}

function raise(vector: number): never {
  raiseFault(vector, 0, false);
  throw new Error('the processor raised no fault');
}

/** The exception for a fault that the processor raised. */
export function faultOf(vector: number, errorCode: number, address: number, instruction: number): HardwareFault {
  switch (vector) {
    case 0: return new DivideFault('division error', vector, 0, 0, instruction);
    case 4: return new OverflowFault('overflow', vector, 0, 0, instruction);
    case 5: return new BoundFault('bound range exceeded', vector, 0, 0, instruction);
    case 6: return new InvalidOpcodeFault('invalid opcode', vector, 0, 0, instruction);
    case 7: return new DeviceNotAvailableFault('device not available', vector, 0, 0, instruction);
    case 12: return new StackFault('stack fault', vector, errorCode, 0, instruction);
    case 13: return new ProtectionFault('general protection fault', vector, errorCode, 0, instruction);
    case PAGE_FAULT: return new PageFault('page fault', vector, errorCode, address, instruction);
    case 16: return new FloatFault('floating-point error', vector, 0, 0, instruction);
    case 17: return new AlignmentFault('alignment check', vector, 0, 0, instruction);
    case 19: return new SimdFault('SIMD floating-point error', vector, 0, 0, instruction);
    default: return new HardwareFault(`fault ${vector}`, vector, errorCode, address, instruction);
  }
}

/** Error codes of page faults, Intel SDM volume 3, figure 4-12. */
function pageReason(errorCode: number, address: number): string {
  const access = (errorCode & 16) !== 0 ? 'execution' : (errorCode & 2) !== 0 ? 'write' : 'read';
  const why = (errorCode & 8) !== 0 ? 'a reserved bit is set in its table' : (errorCode & 1) !== 0 ? 'not allowed' : 'no page is there';
  return `${access} at 0x${address.toString(16)}, ${why}`;
}

/** Error codes of segments, Intel SDM volume 3, figure 6-7. */
function selectorReason(errorCode: number): string {
  const table = (errorCode & 2) !== 0 ? 'interrupt' : (errorCode & 4) !== 0 ? 'local' : 'global';
  return `entry ${errorCode >>> 3} of the ${table} descriptor table`;
}
