import { BOOLEAN, HOLE, type Kinds, NULL, NUMBER, STRING, UNDEFINED } from '../flow/kinds.ts';
import { COUNT_MAX, INT32 } from '../flow/range.ts';
import type { Builder } from '../ir/builder.ts';
import type { Rep } from '../ir/rep.ts';
import type { Value } from '../ir/function.ts';
import { F64U_HOLE_BITS, F64U_UNDEFINED_BITS, VALUE_FALSE, VALUE_HOLE, VALUE_NULL, VALUE_TRUE, VALUE_UNDEFINED } from '../layout/value.ts';

/** How a variable of these kinds is held in a register: raw where one kind is left. */
export function repOf(kinds: Kinds): Rep {
  const { prims, range } = kinds;
  if (kinds.objects.size > 0) return prims === 0 ? 'ref' : 'value';
  if (prims === NUMBER) {
    if (range!.integer && range!.lo >= INT32.lo && range!.hi <= INT32.hi) return 'i32';
    return range!.integer && range!.lo >= -COUNT_MAX && range!.hi <= COUNT_MAX ? 'i64' : 'f64';
  }
  if (prims & NUMBER && (prims & ~(NUMBER | UNDEFINED | HOLE)) === 0) return 'f64u';
  if (prims !== 0 && (prims & ~BOOLEAN) === 0) return 'bool';
  if (prims === STRING) return 'ref';
  return 'value';
}

/** How it is held in a slot or module variable of 8 bytes: narrow integers and booleans widen. */
export function slotRepOf(kinds: Kinds): 'f64' | 'f64u' | 'i64' | 'ref' | 'value' {
  const rep = repOf(kinds);
  if (rep === 'i32') return 'i64';
  return rep === 'bool' ? 'value' : rep;
}

/** True where the kinds leave exactly one primitive value. */
export function constantBitsOf(kinds: Kinds): bigint | null {
  if (kinds.objects.size > 0) return null;
  switch (kinds.prims) {
    case UNDEFINED: return VALUE_UNDEFINED;
    case NULL: return VALUE_NULL;
    case HOLE: return VALUE_HOLE;
    default: return null;
  }
}

/** The integer that the kinds leave, if one. */
export function constantInteger(kinds: Kinds): bigint | null {
  const { range } = kinds;
  if (kinds.objects.size > 0 || kinds.prims !== NUMBER || !range!.integer || range!.lo !== range!.hi) return null;
  return BigInt(range!.lo);
}

/**
 * Moves a value into another representation. Widening is always right; narrowing (value → f64, f64u → f64, f64 → i32 …) is right where
 * the flow analysis proved what the value is: `proof` names that for --audit.
 */
export function coerce(b: Builder, value: Value, to: Rep, proof: string): Value {
  const from = value.rep;
  if (from === to) return value;
  switch (to) {
    case 'value':
      return box(b, value);
    case 'ref':
      return b.emit('value.toref', 'ref', [from === 'value' ? value : box(b, value)], { proof });
    case 'bool':
      return b.emit('unbox.bool', 'bool', [box(b, value)], { proof });
    case 'f64':
      if (from === 'i32') return b.emit('i32.tof64', 'f64', [value]);
      if (from === 'i64') return b.emit('i64.tof64', 'f64', [value], { exact: true });
      if (from === 'f64u') return b.emit('f64u.assume', 'f64', [value], { proof });
      return b.emit('unbox.f64', 'f64', [box(b, value)], { proof });
    case 'f64u':
      if (from === 'value' || from === 'bool' || from === 'ref') return b.emit('unbox.f64u', 'f64u', [box(b, value)], { proof });
      return b.emit('f64.tof64u', 'f64u', [coerce(b, value, 'f64', proof)]);
    case 'i64':
      if (from === 'i32') return b.emit('i32.sext64', 'i64', [value]);
      return b.emit('f64.toi64', 'i64', [coerce(b, value, 'f64', proof)]);
    case 'i32':
      if (from === 'i64') return b.emit('i64.wrap32', 'i32', [value], { exact: true });
      return b.emit('f64.toi32', 'i32', [coerce(b, value, 'f64', proof)]);
  }
}

export function box(b: Builder, value: Value): Value {
  switch (value.rep) {
    case 'value': return value;
    case 'i32': return b.emit('box.i32', 'value', [value]);
    case 'i64': return b.emit('box.f64', 'value', [b.emit('i64.tof64', 'f64', [value], { exact: true })]);
    case 'f64': return b.emit('box.f64', 'value', [value]);
    case 'f64u': return b.emit('box.f64u', 'value', [value]);
    case 'bool': return b.emit('box.bool', 'value', [value]);
    case 'ref': return b.emit('ref.tovalue', 'value', [value]);
  }
}

/** A boxed immediate in the wanted representation. */
export function immediate(b: Builder, bits: bigint, rep: Rep): Value {
  if (rep === 'f64u' && (bits === VALUE_UNDEFINED || bits === VALUE_HOLE)) {
    return b.emit('f64u.const', 'f64u', [], { bits: bits === VALUE_HOLE ? F64U_HOLE_BITS : F64U_UNDEFINED_BITS });
  }
  if (rep === 'bool') return b.emit('bool.const', 'bool', [], { value: bits === VALUE_TRUE });
  const value = b.emit('value.const', 'value', [], { bits });
  return rep === 'value' ? value : coerce(b, value, rep, 'unreachable');
}

export { VALUE_FALSE, VALUE_HOLE, VALUE_NULL, VALUE_TRUE, VALUE_UNDEFINED };
