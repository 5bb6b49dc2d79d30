import { describe, expect, test } from 'vitest';
import type { u64 } from '../../src/machine/types.ts';
import { FakeLapic } from './fake-lapic.ts';
import { bootFakeMachine } from './kernel-machine.ts';

const MS = 1_000_000;

async function startClock({ commandLine = '', countsPerNs = 2.5 } = {}) {
  const machine = await bootFakeMachine({ commandLine });
  machine.ports = { read: () => 0, write: () => {} };
  machine.symbols.set('build_epoch_seconds', 1_600_000_000n);
  const lapic = new FakeLapic(machine);
  lapic.accessNs = 300;
  lapic.countsPerNs = countsPerNs;
  lapic.nowNs = 20 * MS; // the firmware took some time
  let lateNs = 80_000;
  const wakeups: number[] = [];
  let halts = Infinity;
  machine.processor.halt = () => {
    if (halts-- === 0) throw new Error('enough');
    lapic.expire(lateNs);
    wakeups.push(lapic.nowNs);
  };
  const clock = await import('../../src/kernel/clock.ts');
  clock.clockInit();
  const began = lapic.nowNs;
  return {
    lapic, machine, wakeups,
    late: (ns: number) => { lateNs = ns; },
    now: () => Number(clock.nowNs()),
    truth: () => lapic.nowNs - began,
    waitFor: (ns: number) => clock.waitUntilNs((clock.nowNs() + BigInt(ns)) as u64),
    waitUntil: (deadlineNs: bigint, mostHalts: number) => {
      halts = mostHalts;
      clock.waitUntilNs(deadlineNs as u64);
    },
    epochMs: clock.epochMs,
  };
}

describe('the clock', () => {
  test.each([0.8, 1, 2.5, 4.7])('runs right from the first question on, at %f counts a nanosecond', async (countsPerNs) => {
    const { lapic, now, truth } = await startClock({ countsPerNs });
    const offset = now() - truth();
    expect(Math.abs(offset)).toBeLessThan(20_000);
    let last = now();
    for (const step of [0, 100, 5000, MS, 40 * MS, 30 * MS, 1000 * MS, 5000 * MS]) {
      lapic.nowNs += step;
      const time = now();
      expect(time).toBeGreaterThanOrEqual(last);
      expect(Math.abs(time - truth() - offset)).toBeLessThan(2000 + truth() * 1e-4);
      last = time;
    }
  });

  test('knows roughly how much time had passed before it was asked', async () => {
    const { lapic, now, truth } = await startClock();
    lapic.nowNs += 5000 * MS;
    expect(now() / truth()).toBeCloseTo(1, 1);
  });

  test('a wait that begins at once ends after its deadline, once, and the time is right', async () => {
    const { now, truth, waitFor, wakeups } = await startClock();
    const start = now();
    const offset = start - truth();
    waitFor(10 * MS);
    expect(now() - start).toBeGreaterThanOrEqual(10 * MS);
    expect(wakeups).toHaveLength(1);
    expect(Math.abs(now() - truth() - offset)).toBeLessThan(5000);
  });

  test.each([80_000, 900_000, 3_500_000])('a thousand short waits don\'t let it drift, waking %i ns late', async (lateNs) => {
    const { late, now, truth, waitFor } = await startClock();
    late(lateNs);
    const offset = now() - truth();
    for (let count = 0; count < 1000; count++) waitFor(MS);
    expect(Math.abs(now() - truth() - offset)).toBeLessThan(truth() * 1e-3);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('keeps time on a host that stops the guest anywhere (%i)', async (seed) => {
    let state = seed;
    const random = () => (state = (state * 48271) % 0x7fff_ffff) / 0x7fff_ffff; // Park and Miller, minimal standard
    const { lapic, now, truth, waitFor, wakeups } = await startClock();
    lapic.stopNs = () => (random() < 0.05 ? random() ** 4 * 20 * MS : 0);
    const offset = now() - truth();
    for (let count = 0; count < 100; count++) waitFor((1 + Math.floor(random() * 20)) * MS);
    expect(wakeups.length).toBeLessThan(110);
    const before = { now: now(), truth: truth() };
    expect(Math.abs(before.now - before.truth - offset)).toBeLessThan(25 * MS); // what one stop takes, and what one wait is off at first
    lapic.nowNs += 1000 * MS;
    lapic.stopNs = () => 0;
    expect(Math.abs(now() - truth() - (before.now - before.truth))).toBeLessThan(21 * MS);
    waitFor(1000 * MS);
    expect(Math.abs((now() - before.now) / (truth() - before.truth) - 1)).toBeLessThan(0.012);
  });

  test('an hour is one sequence of long halts', async () => {
    const { now, waitFor, wakeups } = await startClock();
    const start = now();
    waitFor(3_600_000 * MS);
    expect(now() - start).toBeGreaterThanOrEqual(3_600_000 * MS);
    expect(wakeups.length).toBeLessThan(10);
  });

  test('a deadline at the end of time is a sequence of long halts, too', async () => {
    const { waitUntil, wakeups } = await startClock();
    expect(() => waitUntil(0xffff_ffff_ffff_ffffn, 20)).toThrow('enough');
    expect(wakeups[19] - wakeups[0]).toBeGreaterThan(19 * 500_000 * MS);
  });

  test('a counter that counts instructions (-icount) is a clock, too', async () => {
    const { lapic, now, truth } = await startClock({ countsPerNs: 1 });
    now();
    lapic.nowNs += 100 * MS;
    expect(Math.abs(now() - truth())).toBeLessThan(20_000);
  });

  test('the wall clock begins with the command line\'s epoch, else with the build\'s', async () => {
    expect((await startClock({ commandLine: 'epoch=1700000000500 toro=' })).epochMs()).toBeCloseTo(1_700_000_000_500, 0);
    expect((await startClock()).epochMs()).toBeCloseTo(1_600_000_000_000, 0);
  });
});
