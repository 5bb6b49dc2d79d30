/**
 * The machine types of the systems dialect and their conversions (docs/dialect.md, "Types").
 *
 * In node the types up to 32 bits are branded numbers and the 64-bit ones branded bigints; compiled, each conversion is at most
 * one instruction. The brand makes tsc refuse what the compiler refuses: an unconverted intermediate, an address used as a number.
 */

declare const machineType: unique symbol;

export type u8 = number & { readonly [machineType]: 'u8' };
export type u16 = number & { readonly [machineType]: 'u16' };
export type u32 = number & { readonly [machineType]: 'u32' };
export type i8 = number & { readonly [machineType]: 'i8' };
export type i16 = number & { readonly [machineType]: 'i16' };
export type i32 = number & { readonly [machineType]: 'i32' };
export type u64 = bigint & { readonly [machineType]: 'u64' };
export type i64 = bigint & { readonly [machineType]: 'i64' };
/** The address of a byte of memory. Never kept across a safepoint when it came from `addressOf`. */
export type addr = bigint & { readonly [machineType]: 'addr' };
/** A heap or static cell, or 0 for none; the collector follows and updates it. */
export type ref = bigint & { readonly [machineType]: 'ref' };
/** A boxed JavaScript value (src/layout/value.ts); the collector follows and updates it. */
export type value = bigint & { readonly [machineType]: 'value' };

export function u8(x: number | bigint): u8 {
  return (typeof x === 'bigint' ? Number(BigInt.asUintN(8, x)) : x & 0xff) as u8;
}

export function u16(x: number | bigint): u16 {
  return (typeof x === 'bigint' ? Number(BigInt.asUintN(16, x)) : x & 0xffff) as u16;
}

export function u32(x: number | bigint): u32 {
  return (typeof x === 'bigint' ? Number(BigInt.asUintN(32, x)) : x >>> 0) as u32;
}

export function i8(x: number | bigint): i8 {
  return (typeof x === 'bigint' ? Number(BigInt.asIntN(8, x)) : (x << 24) >> 24) as i8;
}

export function i16(x: number | bigint): i16 {
  return (typeof x === 'bigint' ? Number(BigInt.asIntN(16, x)) : (x << 16) >> 16) as i16;
}

export function i32(x: number | bigint): i32 {
  return (typeof x === 'bigint' ? Number(BigInt.asIntN(32, x)) : x | 0) as i32;
}

/** Zero-extends u8..u32, sign-extends i8..i32, truncates a number toward zero. */
export function u64(x: number | bigint): u64 {
  return BigInt.asUintN(64, typeof x === 'bigint' ? x : BigInt(Math.trunc(x))) as u64;
}

export function i64(x: number | bigint): i64 {
  return BigInt.asIntN(64, typeof x === 'bigint' ? x : BigInt(Math.trunc(x))) as i64;
}

export function addr(x: number | bigint): addr {
  return BigInt.asUintN(64, typeof x === 'bigint' ? x : BigInt(Math.trunc(x))) as addr;
}

/** The nearest double, ties to even. */
export function f64(x: number | bigint): number {
  return Number(x);
}

/** The high 64 bits of the unsigned 128-bit product. */
export function mulHigh(a: u64, b: u64): u64 {
  return ((a * b) >> 64n) as u64;
}

/** Leading zeros of 64 bits, 64 for 0. */
export function clz64(x: u64): u32 {
  const high = Math.clz32(Number(x >> 32n));
  return (high === 32 ? 32 + Math.clz32(Number(x & 0xffff_ffffn)) : high) as u32;
}

/** Trailing zeros of 32 bits, 32 for 0. */
export function ctz32(x: u32): u32 {
  return (x === 0 ? 32 : 31 - Math.clz32(x & -x)) as u32;
}

/** Trailing zeros of 64 bits, 64 for 0. */
export function ctz64(x: u64): u32 {
  return (x === 0n ? 64 : 63 - clz64((x & -x) as u64)) as u32;
}

const word = new DataView(new ArrayBuffer(8));

/** The bit pattern of a double. In node the payload of a NaN is not dependable. */
export function bitsOfF64(x: number): u64 {
  word.setFloat64(0, x);
  return word.getBigUint64(0) as u64;
}

export function f64FromBits(bits: u64): number {
  word.setBigUint64(0, bits);
  return word.getFloat64(0);
}

export function addressOf(r: ref): addr {
  return r as bigint as addr;
}

export function asRef(p: addr): ref {
  return p as bigint as ref;
}

/** The cell of a value known to be a pointer: the same bits. */
export function refOf(v: value): ref {
  return v as bigint as ref;
}

export function valueOf(r: ref): value {
  return r as bigint as value;
}

export function bitsOf(v: value): u64 {
  return v as bigint as u64;
}

export function valueFromBits(bits: u64): value {
  return bits as bigint as value;
}
