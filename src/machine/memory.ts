/**
 * Loads and stores of the systems dialect (docs/dialect.md, "Meaning"), over the installed fake machine in node.
 * `offset` is in bytes. Compiled, each is one instruction, never reordered or removed.
 */
import { machine } from './fake-machine.ts';
import type { addr, ref, u16, u32, u64, u8, value } from './types.ts';

export function load8(p: addr | ref, offset = 0): u8 {
  const at = Number(p) + offset;
  const region = machine.regionOf(at, 1);
  return region.view.getUint8(at - region.base) as u8;
}

export function load16(p: addr | ref, offset = 0): u16 {
  const at = Number(p) + offset;
  const region = machine.regionOf(at, 2);
  return region.view.getUint16(at - region.base, true) as u16;
}

export function load32(p: addr | ref, offset = 0): u32 {
  const at = Number(p) + offset;
  const region = machine.regionOf(at, 4);
  return region.view.getUint32(at - region.base, true) as u32;
}

export function load64(p: addr | ref, offset = 0): u64 {
  const at = Number(p) + offset;
  const region = machine.regionOf(at, 8);
  return region.view.getBigUint64(at - region.base, true) as u64;
}

export function loadF64(p: addr | ref, offset = 0): number {
  const at = Number(p) + offset;
  const region = machine.regionOf(at, 8);
  return region.view.getFloat64(at - region.base, true);
}

export function loadRef(p: addr | ref, offset = 0): ref {
  return load64(p, offset) as bigint as ref;
}

export function loadValue(p: addr | ref, offset = 0): value {
  return load64(p, offset) as bigint as value;
}

export function store8(p: addr | ref, x: number, offset = 0): void {
  const at = Number(p) + offset;
  const region = machine.writableRegionOf(at, 1);
  region.view.setUint8(at - region.base, x);
}

export function store16(p: addr | ref, x: number, offset = 0): void {
  const at = Number(p) + offset;
  const region = machine.writableRegionOf(at, 2);
  region.view.setUint16(at - region.base, x, true);
}

export function store32(p: addr | ref, x: number, offset = 0): void {
  const at = Number(p) + offset;
  const region = machine.writableRegionOf(at, 4);
  region.view.setUint32(at - region.base, x, true);
}

export function store64(p: addr | ref, x: bigint, offset = 0): void {
  const at = Number(p) + offset;
  const region = machine.writableRegionOf(at, 8);
  region.view.setBigUint64(at - region.base, x, true);
}

export function storeF64(p: addr | ref, x: number, offset = 0): void {
  const at = Number(p) + offset;
  const region = machine.writableRegionOf(at, 8);
  region.view.setFloat64(at - region.base, x, true);
}

/** Stores a reference into a cell: the place of the write barrier. */
export function storeRef(p: addr | ref, x: ref, offset = 0): void {
  store64(p, x, offset);
}

/** Stores a boxed value into a cell: the place of the write barrier. */
export function storeValue(p: addr | ref, x: value, offset = 0): void {
  store64(p, x, offset);
}

/** A constant-size buffer in the caller's frame, 8-byte aligned, contents undefined. */
export function stackBuffer(bytes: number): addr {
  return machine.stackBuffer(bytes) as addr;
}

/** The address of the word that holds the return address of the running function, which is never inlined. */
export function callSite(): addr {
  return machine.callSite as addr;
}

/** The address of a linker or assembly symbol. */
export function symbol(name: string): addr {
  const address = machine.symbols.get(name);
  if (address === undefined) throw new Error(`fake machine: symbol '${name}' is not defined`);
  return address as addr;
}

/** A static string cell with these code units. */
export function text(literal: string): ref {
  return machine.text(literal) as ref;
}
