import type { FakeMachine } from '../../src/machine/fake-machine.ts';

const BASE = 0xfee0_0000;
const LVT = 0x320;
const INITIAL_COUNT = 0x380;
const CURRENT_COUNT = 0x390;
const DIVIDE = 0x3e0;
const MASKED = 0x1_0000;
const PERIODIC = 0x2_0000;

/**
 * The local APIC's timer as QEMU has it (hw/intc/apic.c): 1 GHz before the divider, and the time stamp counter beside it.
 * Time passes by `advance`, and a little with each access, as on a real machine.
 */
export class FakeLapic {
  nowNs = 0;
  /** Rate of the time stamp counter. */
  countsPerNs = 2.5;
  /** What an access to a register takes. */
  accessNs = 0;
  /** How long the host stops the guest before this access or reading of the counter. */
  stopNs = (): number => 0;
  readonly #registers = new Map<number, number>();
  #loadedAtNs = 0;

  constructor(machine: FakeMachine) {
    const region = machine.map(BASE, 4096) as { view: unknown };
    region.view = {
      getUint32: (register: number) => this.#read(register),
      setUint32: (register: number, x: number) => this.#write(register, x),
    };
    machine.map(0x70_0000, 1024);
    machine.symbols.set('interrupt_handlers', 0x70_0000n);
    machine.symbols.set('timerInterrupt', 0x1000n);
    machine.processor.timestamp = () => {
      this.nowNs += this.stopNs();
      return BigInt(Math.floor(this.nowNs * this.countsPerNs));
    };
    machine.processor.cpuid = () => 0x5447_4354;
  }

  /** Lets time pass until the timer expires, and `lateNs` more. */
  expire(lateNs = 0): void {
    if ((this.#register(LVT) & MASKED) !== 0) throw new Error('the core waits for ever');
    this.nowNs = this.#loadedAtNs + this.#register(INITIAL_COUNT) * this.#divisor() + lateNs;
  }

  #read(register: number): number {
    this.nowNs += this.accessNs + this.stopNs();
    if (register !== CURRENT_COUNT) return this.#register(register);
    const initial = this.#register(INITIAL_COUNT);
    const passed = Math.floor((this.nowNs - this.#loadedAtNs) / this.#divisor());
    if ((this.#register(LVT) & PERIODIC) !== 0) return initial - (passed % (initial + 1));
    return Math.max(initial - passed, 0);
  }

  #write(register: number, x: number): void {
    this.nowNs += this.accessNs + this.stopNs();
    this.#registers.set(register, x);
    if (register === INITIAL_COUNT) this.#loadedAtNs = this.nowNs;
  }

  #register(register: number): number {
    return this.#registers.get(register) ?? 0;
  }

  #divisor(): number {
    return this.#register(DIVIDE) === 0b1011 ? 1 : 128;
  }
}
