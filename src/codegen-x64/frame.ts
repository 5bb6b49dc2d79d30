import type { Allocation } from './allocate.ts';
import { allInstrs } from './next-use.ts';
import type { MachineFunction, VReg } from './machine-ir.ts';
import { argumentPlaces } from './registers.ts';

/**
 * The frame, fixed from prologue to return:
 *
 *     rsp ->   outgoing stack arguments of calls
 *              spill slots of refs and values
 *              spill slots of raw values
 *              stack buffers, 16-byte aligned
 *     + bytes  return address
 *              incoming stack arguments
 */
export class Frame {
  readonly bytes: number;
  private readonly homes = new Map<VReg, number>();
  private readonly buffers: number[] = [];

  constructor(machine: MachineFunction, { slots }: Allocation, makesCalls: boolean) {
    let outgoingWords = 0;
    let calls = makesCalls;
    for (const block of machine.blocks) {
      for (const { call } of allInstrs(block)) {
        if (!call) continue;
        calls = true;
        outgoingWords = Math.max(outgoingWords, call.outgoingWords);
      }
    }
    const rawFrom = outgoingWords + slots.trackedSlots;
    for (const [vreg, slot] of slots.slotOf) this.homes.set(vreg, 8 * ((vreg.tracked ? outgoingWords : rawFrom) + slot));
    let end = 8 * (rawFrom + slots.rawSlots);
    for (const bytes of machine.buffers) {
      end = roundUp(end, 16);
      this.buffers.push(end);
      end += bytes;
    }
    end = roundUp(end, 8);
    this.bytes = calls || this.buffers.length > 0 ? roundUp(end + 8, 16) - 8 : end;
    argumentPlaces(machine.params.map(({ xmm }) => xmm)).forEach((place, i) => {
      if ('stackWord' in place) this.homes.set(machine.params[i], this.bytes + 8 + 8 * place.stackWord);
    });
  }

  get words(): number {
    return this.bytes / 8;
  }

  /** Bytes from rsp to the value's home. */
  homeOffset(vreg: VReg): number {
    const offset = this.homes.get(vreg);
    if (offset === undefined) throw new Error(`value %${vreg.id} has no home`);
    return offset;
  }

  bufferOffset(index: number): number {
    return this.buffers[index];
  }
}

const roundUp = (n: number, unit: number): number => Math.ceil(n / unit) * unit;
