/**
 * Instructions that have no other name in TypeScript: ports, control registers, system calls, per-core state, calls by address.
 * In node each goes to a hook of the installed fake machine.
 */
import { machine } from './fake-machine.ts';
import type { addr, i64, u16, u32, u64, u8, value } from './types.ts';

/** What `throwValue` throws in node. */
export class ThrownValue extends Error {
  readonly value: value;

  constructor(value: value) {
    super(`value 0x${value.toString(16)} thrown`);
    this.value = value;
  }
}

export function outb(port: number, x: number): void {
  machine.ports.write(port, 1, x);
}

export function outw(port: number, x: number): void {
  machine.ports.write(port, 2, x);
}

export function outl(port: number, x: number): void {
  machine.ports.write(port, 4, x);
}

export function inb(port: number): u8 {
  return (machine.ports.read(port, 1) & 0xff) as u8;
}

export function inw(port: number): u16 {
  return (machine.ports.read(port, 2) & 0xffff) as u16;
}

export function inl(port: number): u32 {
  return (machine.ports.read(port, 4) >>> 0) as u32;
}

export function hlt(): void {
  machine.processor.halt();
}

export function sti(): void {
  machine.processor.interruptsEnabled = true;
}

export function cli(): void {
  machine.processor.interruptsEnabled = false;
}

/** Interrupts on and halt, with nothing between: one that came before ends the halt at once. */
export function stihlt(): void {
  sti();
  hlt();
}

export function pause(): void {
  machine.processor.pause();
}

export function rdtsc(): u64 {
  return machine.processor.timestamp() as u64;
}

export function rdmsr(index: number): u64 {
  return (machine.processor.modelRegisters.get(index) ?? 0n) as u64;
}

export function wrmsr(index: number, x: bigint): void {
  machine.processor.modelRegisters.set(index, x);
}

/** Register `register` (0 eax, 1 ebx, 2 ecx, 3 edx) of a CPUID leaf. */
export function cpuid(leaf: number, subleaf: number, register: number): u32 {
  return (machine.processor.cpuid(leaf, subleaf, register) >>> 0) as u32;
}

export function readCr2(): u64 {
  return machine.processor.cr2 as u64;
}

export function readCr3(): u64 {
  return machine.processor.cr3 as u64;
}

export function writeCr3(x: bigint): void {
  machine.processor.cr3 = x;
}

export function invlpg(p: addr): void {
  machine.processor.invalidatedPages.push(p);
}

export function lidt(p: addr): void {
  machine.processor.idtr = p;
}

export function lgdt(p: addr): void {
  machine.processor.gdtr = p;
}

export function ltr(selector: number): void {
  machine.processor.taskRegister = selector;
}

/** The Linux system call `n`; a negative result is an error number. */
export function syscall(n: number, a: bigint, b: bigint, c: bigint, d: bigint, e: bigint, f: bigint): i64 {
  return BigInt.asIntN(64, machine.syscall(n, [a, b, c, d, e, f])) as i64;
}

/** Loads from the core block behind GS, `offset` in bytes (src/layout/core.ts). */
export function coreLoad64(offset: number): u64 {
  return machine.core.getBigUint64(offset, true) as u64;
}

export function coreStore64(offset: number, x: bigint): void {
  machine.core.setBigUint64(offset, x, true);
}

/** Calls compiled code at an address with up to three integer arguments. A safepoint. */
export function callAddress(p: addr, a0: bigint = 0n, a1: bigint = 0n, a2: bigint = 0n): u64 {
  const target = machine.functions.get(p);
  if (target === undefined) throw new Error(`fake machine: no function at 0x${p.toString(16)}`);
  return BigInt.asUintN(64, target(a0, a1, a2)) as u64;
}

export function throwValue(v: value): never {
  throw new ThrownValue(v);
}

export function unreachable(): never {
  throw new Error('unreachable code was reached');
}
