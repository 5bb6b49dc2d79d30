import { beforeEach, expect, test } from 'vitest';
import { addr, coreLoad64, coreStore64, i32, i64, load32, load64, load8, mulHigh, outb, store64, store8, u32, u64, u8 } from 'toro:machine';
import { FakeMachine, installMachine } from '../../src/machine/fake-machine.ts';

let machine: FakeMachine;
beforeEach(() => {
  machine = installMachine(new FakeMachine());
});

test('conversions wrap, extend and truncate', () => {
  expect(u32(u32(0xffff_ffff) + 2)).toBe(1);
  expect(u8(-1)).toBe(255);
  expect(i32(0x8000_0000n)).toBe(-0x8000_0000);
  expect(u64(i32(-1))).toBe(0xffff_ffff_ffff_ffffn);
  expect(u64(u64(0n) - 1n)).toBe(0xffff_ffff_ffff_ffffn);
  expect(i64(-2.9)).toBe(-2n);
  expect(mulHigh(u64(-1n), u64(-1n))).toBe(0xffff_ffff_ffff_fffen);
});

test('memory is little-endian, and only where it is mapped', () => {
  machine.map(0x10_0000, 4096);
  machine.map(0x20_0000, 4096, false);
  const p = addr(0x10_0000);
  store64(p, 0x0102_0304_0506_0708n, 8);
  expect(load8(p, 8)).toBe(8);
  expect(load32(p, 12)).toBe(0x0102_0304);
  expect(() => load64(p, 4092)).toThrow('not mapped');
  expect(() => store8(addr(0x20_0000), 1)).toThrow('read-only');
  expect(() => machine.map(0x10_0800, 16)).toThrow('mapped already');
});

test('ports and the core block go to the installed machine', () => {
  const writes: number[][] = [];
  machine.ports = { read: () => 0, write: (...access) => void writes.push(access) };
  outb(0x3f8, 65);
  expect(writes).toEqual([[0x3f8, 1, 65]]);
  coreStore64(16, u64(-1n));
  expect(coreLoad64(16)).toBe(0xffff_ffff_ffff_ffffn);
});
