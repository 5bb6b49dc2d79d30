/** Faults of the processor as exceptions. node has no such module. */
declare module 'toro:fault' {
  /** What every fault tells. Addresses are exact below 2^53. */
  export class HardwareFault extends Error {
    /** The processor's number of the fault (Intel SDM volume 3, 6.15). */
    readonly vector: number;
    /** What the processor said beside it, 0 where it says nothing. */
    readonly errorCode: number;
    /** The error code in words, '' where there is none. */
    readonly reason: string;
    /** What was accessed: page faults only, else 0. */
    readonly address: number;
    /** Address of the instruction, or of the one behind it for `int n`. */
    readonly instruction: number;
  }
  export class DivideFault extends HardwareFault {}
  export class OverflowFault extends HardwareFault {}
  export class BoundFault extends HardwareFault {}
  export class InvalidOpcodeFault extends HardwareFault {}
  export class DeviceNotAvailableFault extends HardwareFault {}
  export class StackFault extends HardwareFault {}
  export class ProtectionFault extends HardwareFault {}
  export class PageFault extends HardwareFault {}
  export class FloatFault extends HardwareFault {}
  export class AlignmentFault extends HardwareFault {}
  export class SimdFault extends HardwareFault {}

  // Each makes the processor raise its fault, really where the target's processor can (docs/exceptions.md).
  export function raiseDivideFault(): never;
  export function raiseOverflowFault(): never;
  export function raiseBoundFault(): never;
  export function raiseInvalidOpcodeFault(): never;
  export function raiseDeviceNotAvailableFault(): never;
  export function raiseStackFault(): never;
  export function raiseProtectionFault(): never;
  /** Reads from an address, or writes there; the null page if none is given. */
  export function raisePageFault(address?: number, access?: 'read' | 'write'): never;
  export function raiseFloatFault(): never;
  export function raiseAlignmentFault(): never;
  export function raiseSimdFault(): never;
}
