import type { Instr } from './function.ts';
import { JS_OPS } from './js-ops.ts';
import type { Rep } from './rep.ts';

/**
 * The operations, as rows of data: [arguments, result, effect, attributes].
 *
 * Arguments: representations separated by spaces; `any` any one; `T` the same in all places; `int` i32 or i64; a last `…X` any number of X.
 * Result: a representation, `T`, `any` (stated by the result itself) or `-`.
 * Effect:
 *   pure   no effect, depends on its arguments only: may be merged, moved and removed
 *   load   reads memory: may be removed; merged where no store of the same alias or call lies between
 *   store  writes memory
 *   call   may do anything: read, write, throw, collect
 *   alloc  may collect, does not throw; may be removed when unused
 *   io     machine effect: kept, in order; never collects or throws
 */
export type Effect = 'pure' | 'load' | 'store' | 'call' | 'alloc' | 'io';
export type Row = readonly [args: string, result: string, effect: Effect, attrs: string, doc: string];

const int = (rep: 'i32' | 'i64'): Record<string, Row> => ({
  [`${rep}.const`]: ['', rep, 'pure', 'value', 'value: bigint, or number for i32'],
  [`${rep}.add`]: [`${rep} ${rep}`, rep, 'pure', 'nowrap?', 'wraps; nowrap: the exact result is proven to fit, signed'],
  [`${rep}.sub`]: [`${rep} ${rep}`, rep, 'pure', 'nowrap?', 'wraps; nowrap: the exact result is proven to fit, signed'],
  [`${rep}.mul`]: [`${rep} ${rep}`, rep, 'pure', 'nowrap?', 'wraps; nowrap: the exact result is proven to fit, signed'],
  [`${rep}.and`]: [`${rep} ${rep}`, rep, 'pure', '', ''],
  [`${rep}.or`]: [`${rep} ${rep}`, rep, 'pure', '', ''],
  [`${rep}.xor`]: [`${rep} ${rep}`, rep, 'pure', '', ''],
  [`${rep}.shl`]: [`${rep} ${rep}`, rep, 'pure', '', 'count modulo the width'],
  [`${rep}.shr`]: [`${rep} ${rep}`, rep, 'pure', '', 'logical'],
  [`${rep}.sar`]: [`${rep} ${rep}`, rep, 'pure', '', 'arithmetic'],
  [`${rep}.neg`]: [rep, rep, 'pure', '', ''],
  [`${rep}.not`]: [rep, rep, 'pure', '', 'bitwise'],
  [`${rep}.div_s`]: [`${rep} ${rep}`, rep, 'pure', '', 'truncates; the divisor is proven neither 0 nor (-1 with the least dividend)'],
  [`${rep}.div_u`]: [`${rep} ${rep}`, rep, 'pure', '', 'the divisor is proven not 0'],
  [`${rep}.rem_s`]: [`${rep} ${rep}`, rep, 'pure', '', 'as div_s'],
  [`${rep}.rem_u`]: [`${rep} ${rep}`, rep, 'pure', '', 'as div_u'],
  ...Object.fromEntries(
    ['eq', 'ne', 'lt_s', 'le_s', 'gt_s', 'ge_s', 'lt_u', 'le_u', 'gt_u', 'ge_u'].map((cc): [string, Row] => [
      `${rep}.${cc}`, [`${rep} ${rep}`, 'bool', 'pure', '', ''],
    ]),
  ),
});

const MACHINE: Record<string, Row> = {
  ...int('i32'),
  ...int('i64'),
  'i64.mulhi_u': ['i64 i64', 'i64', 'pure', '', 'high half of the unsigned product'],
  'i32.ctlz': ['i32', 'i32', 'pure', '', 'leading zeros, 32 for 0 (by bsr: qemu64 has no lzcnt)'],
  'i32.cttz': ['i32', 'i32', 'pure', '', 'trailing zeros, 32 for 0'],
  'i64.ctlz': ['i64', 'i64', 'pure', '', 'leading zeros, 64 for 0'],
  'i64.cttz': ['i64', 'i64', 'pure', '', 'trailing zeros, 64 for 0'],

  'bool.const': ['', 'bool', 'pure', 'value', 'value: boolean'],
  'bool.not': ['bool', 'bool', 'pure', '', ''],
  'bool.and': ['bool bool', 'bool', 'pure', '', 'both evaluated'],
  'bool.or': ['bool bool', 'bool', 'pure', '', 'both evaluated'],
  'bool.eq': ['bool bool', 'bool', 'pure', '', ''],
  'bool.toi32': ['bool', 'i32', 'pure', '', ''],

  'f64.const': ['', 'f64', 'pure', 'bits', 'bits: bigint, the double\'s pattern (a JavaScript number may lose a NaN\'s payload)'],
  'f64.add': ['f64 f64', 'f64', 'pure', '', ''],
  'f64.sub': ['f64 f64', 'f64', 'pure', '', ''],
  'f64.mul': ['f64 f64', 'f64', 'pure', '', ''],
  'f64.div': ['f64 f64', 'f64', 'pure', '', ''],
  'f64.neg': ['f64', 'f64', 'pure', '', 'flips the sign bit'],
  'f64.abs': ['f64', 'f64', 'pure', '', 'clears the sign bit'],
  'f64.sqrt': ['f64', 'f64', 'pure', '', ''],
  'f64.floor': ['f64', 'f64', 'pure', '', 'without SSE4.1'],
  'f64.ceil': ['f64', 'f64', 'pure', '', 'without SSE4.1'],
  'f64.trunc': ['f64', 'f64', 'pure', '', 'without SSE4.1'],
  'f64.eq': ['f64 f64', 'bool', 'pure', '', 'false when unordered'],
  'f64.ne': ['f64 f64', 'bool', 'pure', '', 'true when unordered'],
  'f64.lt': ['f64 f64', 'bool', 'pure', '', 'false when unordered'],
  'f64.le': ['f64 f64', 'bool', 'pure', '', 'false when unordered'],
  'f64.gt': ['f64 f64', 'bool', 'pure', '', 'false when unordered'],
  'f64.ge': ['f64 f64', 'bool', 'pure', '', 'false when unordered'],
  'f64.bits': ['f64', 'i64', 'pure', '', ''],
  'f64.frombits': ['i64', 'f64', 'pure', '', ''],
  'f64.round32': ['f64', 'f64', 'pure', '', 'Math.fround'],

  'i32.sext64': ['i32', 'i64', 'pure', '', ''],
  'i32.zext64': ['i32', 'i64', 'pure', '', ''],
  'i64.wrap32': ['i64', 'i32', 'pure', 'exact?', 'low half; exact: the integer is proven within 32 bits, signed'],
  'i32.sext8': ['i32', 'i32', 'pure', '', 'low 8 bits, sign-extended'],
  'i32.sext16': ['i32', 'i32', 'pure', '', 'low 16 bits, sign-extended'],
  'i32.tof64': ['i32', 'f64', 'pure', '', 'signed'],
  'i32.u.tof64': ['i32', 'f64', 'pure', '', 'unsigned'],
  'i64.tof64': ['i64', 'f64', 'pure', 'exact?', 'signed; exact: the integer is proven within 2^53'],
  'f64.toi32': ['f64', 'i32', 'pure', '', 'truncates; the value is proven in range'],
  'f64.toi64': ['f64', 'i64', 'pure', '', 'truncates; out of range or NaN gives 0x8000000000000000'],
  'f64.toint32': ['f64', 'i32', 'pure', '', 'ECMAScript ToInt32, any double'],

  'f64u.const': ['', 'f64u', 'pure', 'bits', ''],
  'f64u.tof64': ['f64u', 'f64', 'pure', '', 'undefined and hole become an ordinary NaN (ToNumber)'],
  'f64u.assume': ['f64u', 'f64', 'pure', 'proof', 'proven to be a number'],
  'f64.tof64u': ['f64', 'f64u', 'pure', '', 'for doubles of our own arithmetic'],
  'f64.canonical': ['f64', 'f64', 'pure', '', 'any NaN to the canonical one (a double from a typed array is foreign)'],
  'f64u.isundefined': ['f64u', 'bool', 'pure', '', 'exactly the undefined pattern'],
  'f64u.ishole': ['f64u', 'bool', 'pure', '', 'exactly the hole pattern'],
  'f64u.isabsent': ['f64u', 'bool', 'pure', '', 'undefined or hole'],

  'value.const': ['', 'value', 'pure', 'bits', 'an immediate: undefined, null, true, false, hole, a boxed number'],
  'box.i32': ['i32', 'value', 'pure', '', ''],
  'box.f64': ['f64', 'value', 'pure', '', 'the double is not a foreign NaN'],
  'box.f64u': ['f64u', 'value', 'pure', '', 'hole boxes as hole'],
  'box.bool': ['bool', 'value', 'pure', '', ''],
  'unbox.i32': ['value', 'i32', 'pure', 'proof', 'proven int32'],
  'unbox.f64': ['value', 'f64', 'pure', 'proof', 'proven number, int32 or double'],
  'unbox.f64u': ['value', 'f64u', 'pure', 'proof', 'proven number, undefined or hole'],
  'unbox.bool': ['value', 'bool', 'pure', 'proof', 'proven boolean'],
  'value.isint': ['value', 'bool', 'pure', '', ''],
  'value.isnumber': ['value', 'bool', 'pure', '', ''],
  'value.iscell': ['value', 'bool', 'pure', '', 'a pointer'],
  'value.isbool': ['value', 'bool', 'pure', '', ''],
  'value.is': ['value', 'bool', 'pure', 'bits', 'exactly this pattern'],
  'value.eqbits': ['value value', 'bool', 'pure', '', 'same 64 bits'],
  'value.bits': ['value', 'i64', 'pure', '', ''],
  'value.frombits': ['i64', 'value', 'pure', '', ''],
  'value.toref': ['value', 'ref', 'pure', 'proof', 'proven pointer'],
  'ref.tovalue': ['ref', 'value', 'pure', '', ''],
  'ref.eq': ['ref ref', 'bool', 'pure', '', ''],
  'ref.bits': ['ref', 'i64', 'io', '', 'address of the cell: must not live across a safepoint'],
  'ref.frombits': ['i64', 'ref', 'io', '', ''],
  'ref.static': ['', 'ref', 'pure', 'symbol', 'address of a static cell'],
  'symbol.addr': ['', 'i64', 'pure', 'symbol', 'address of a symbol'],
  'symbol.i32': ['', 'i32', 'pure', 'symbol', 'address of a symbol below 4 GB'],
  select: ['bool T T', 'T', 'pure', '', 'first when true'],

  // Memory: [base, index?] with attributes offset and scale (1 2 4 8; 0 or absent: no index). base: i64 or ref; index: i64.
  // `alias` names what the place is (loads and stores of different aliases never overlap); without it, it may overlap all.
  // `volatile`: kept and in order (all accesses of the dialect). Narrow results are in i32; i32.* of a u8/u16 are zero-extended.
  ...Object.fromEntries(
    (['u8', 'i8', 'u16', 'i16', 'i32'] as const).flatMap((width): [string, Row][] => [
      [`load.${width}`, ['any …any', 'i32', 'load', 'offset? scale? alias? volatile?', '']],
    ]),
  ),
  'load.i64': ['any …any', 'i64', 'load', 'offset? scale? alias? volatile?', ''],
  'load.f64': ['any …any', 'f64', 'load', 'offset? scale? alias? volatile?', ''],
  'load.f64u': ['any …any', 'f64u', 'load', 'offset? scale? alias? volatile?', ''],
  'load.f32': ['any …any', 'f64', 'load', 'offset? scale? alias? volatile?', 'widened to double'],
  'load.ref': ['any …any', 'ref', 'load', 'offset? scale? alias? volatile?', ''],
  'load.value': ['any …any', 'value', 'load', 'offset? scale? alias? volatile?', ''],
  // Stores: [base, index?, x]: x is the last argument.
  'store.8': ['any …any', '-', 'store', 'offset? scale? alias? volatile?', 'low byte of an i32 or bool'],
  'store.16': ['any …any', '-', 'store', 'offset? scale? alias? volatile?', ''],
  'store.32': ['any …any', '-', 'store', 'offset? scale? alias? volatile?', ''],
  'store.64': ['any …any', '-', 'store', 'offset? scale? alias? volatile?', 'i64, f64, f64u, ref or value, by the argument'],
  'store.f32': ['any …any', '-', 'store', 'offset? scale? alias? volatile?', 'f64 rounded to float'],
  barrier: ['ref', '-', 'store', '', 'a tracked store into this cell was made (no code until the collector is generational)'],
  alloc: ['', 'ref', 'alloc', 'shape bytes', 'a cell with its header set, other words undefined: the caller sets all before the next safepoint'],

  call: ['…any', 'any', 'call', 'target noalloc? nothrow? cold?', 'direct call of a symbol; no result when it has none. cold: on a rare path, kept out of line'],
  'call.indirect': ['i64 …any', 'any', 'call', '', 'call of an address by the typed convention'],
  'call.uniform': ['ref value value …value', 'value', 'call', '', 'function cell, this, new.target, arguments'],
  'stack.buffer': ['', 'i64', 'io', 'bytes', 'address of a constant-size buffer in the frame, one per instruction'],
  'stack.return': ['', 'i64', 'io', '', 'address of the word of the frame that holds the return address'],
  'core.load64': ['', 'i64', 'io', 'offset', 'GS-relative'],
  'core.store64': ['i64', '-', 'io', 'offset', 'GS-relative'],

  'x86.out8': ['i32 i32', '-', 'io', '', 'port, byte'],
  'x86.out16': ['i32 i32', '-', 'io', '', ''],
  'x86.out32': ['i32 i32', '-', 'io', '', ''],
  'x86.in8': ['i32', 'i32', 'io', '', ''],
  'x86.in16': ['i32', 'i32', 'io', '', ''],
  'x86.in32': ['i32', 'i32', 'io', '', ''],
  'x86.hlt': ['', '-', 'io', '', ''],
  'x86.sti': ['', '-', 'io', '', ''],
  'x86.cli': ['', '-', 'io', '', ''],
  'x86.stihlt': ['', '-', 'io', '', 'sti; hlt with nothing between, so that no wake-up is lost'],
  'x86.pause': ['', '-', 'io', '', ''],
  'x86.rdtsc': ['', 'i64', 'io', '', ''],
  'x86.rdmsr': ['i32', 'i64', 'io', '', ''],
  'x86.wrmsr': ['i32 i64', '-', 'io', '', ''],
  'x86.cpuid': ['i32 i32', 'i32', 'io', 'register', 'leaf, subleaf; register 0 to 3 of eax ebx ecx edx'],
  'x86.readcr2': ['', 'i64', 'io', '', ''],
  'x86.readcr3': ['', 'i64', 'io', '', ''],
  'x86.writecr3': ['i64', '-', 'io', '', ''],
  'x86.invlpg': ['i64', '-', 'io', '', ''],
  'x86.lidt': ['i64', '-', 'io', '', ''],
  'x86.lgdt': ['i64', '-', 'io', '', ''],
  'x86.ltr': ['i32', '-', 'io', '', ''],
  'x86.syscall': ['i64 i64 i64 i64 i64 i64 i64', 'i64', 'io', '', 'Linux: number, six arguments'],
};

/** Every operation of the IR, typed and JS-level. */
export const OPS: Readonly<Record<string, Row>> = { ...MACHINE, ...JS_OPS };

/** What the instruction may do, its attributes considered. */
export function effectOf(instr: Instr): Effect {
  const effect = OPS[instr.op]![2];
  if (effect === 'load' && instr.attrs.volatile) return 'io';
  return effect;
}

/** True where the collector may run inside the instruction. */
export function isSafepoint(instr: Instr): boolean {
  const effect = effectOf(instr);
  return effect === 'alloc' || (effect === 'call' && !instr.attrs.noalloc);
}

/** True where the instruction may leave by an exception. */
export function mayThrow(instr: Instr): boolean {
  return effectOf(instr) === 'call' && !instr.attrs.nothrow;
}

/** The constant integer or boolean of a const instruction's attribute as a bigint. */
export function constantBits(instr: Instr): bigint {
  const value = instr.attrs.value ?? instr.attrs.bits;
  return typeof value === 'boolean' ? (value ? 1n : 0n) : BigInt(value as number | bigint);
}

export type { Rep };
