import { BIGINT, BOOLEAN, FALSE, HOLE, type Kinds, NULL, NULLISH, NUMBER, OPAQUE, STRING, SYMBOL, TRUE, UNDEFINED } from '../flow/kinds.ts';
import type { Instr, Value } from '../ir/function.ts';
import { VALUE_NULL, VALUE_TRUE, VALUE_UNDEFINED, VALUE_HOLE } from '../layout/value.ts';
import { STRING_LENGTH } from '../layout/string.ts';
import { toDouble } from './arithmetic.ts';
import { dispatch, isPrimitive } from './dispatch.ts';
import type { Emitter } from './emitter.ts';
import { hasNamed } from './has-property.ts';
import { instanceOf } from './instance-of.ts';
import { box, coerce } from './representation.ts';
import { compareWithCharacter, equalCharacters } from './string-units.ts';

const INTEGER: Record<string, string> = { '<': 'lt_s', '<=': 'le_s', '>': 'gt_s', '>=': 'ge_s', '===': 'eq', '!==': 'ne' };
const FLOAT: Record<string, string> = { '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge', '===': 'eq', '!==': 'ne' };

export function compare(e: Emitter, instr: Instr): Value {
  const { b } = e;
  const [left, right] = instr.args as [Value, Value];
  const operator = instr.attrs.operator as string;
  const decided = e.kinds(instr.result!).prims;
  const x = e.kinds(left);
  const y = e.kinds(right);
  if (decided === TRUE || decided === FALSE) {
    const pure = operator.length === 3 || (x.objects.size === 0 && y.objects.size === 0 && x.prims === NUMBER && y.prims === NUMBER);
    if (pure) return b.emit('bool.const', 'bool', [], { value: decided === TRUE });
  }
  switch (operator) {
    case 'in': {
      const known = hasNamed(e, instr);
      if (known) return known;
      return e.runtime('valueHasProperty', [e.boxed(left), e.boxed(right)])!;
    }
    case 'instanceof':
      return instanceOf(e, instr);
    case '===':
    case '!==': {
      const equal = strictEquals(e, left, right);
      return operator === '===' ? equal : b.emit('bool.not', 'bool', [equal]);
    }
    case '==':
    case '!=': {
      const equal = looseEquals(e, left, right);
      return operator === '==' ? equal : b.emit('bool.not', 'bool', [equal]);
    }
    default:
      return relational(e, operator, left, right);
  }
}

const isNumber = (k: Kinds): boolean => k.objects.size === 0 && k.prims === NUMBER;
const isString = (k: Kinds): boolean => k.objects.size === 0 && k.prims === STRING;
const simple = (k: Kinds): boolean => k.objects.size === 0 && (k.prims & ~(NUMBER | UNDEFINED | NULL | BOOLEAN)) === 0;

function relational(e: Emitter, operator: string, left: Value, right: Value): Value {
  const { b } = e;
  const x = e.kinds(left);
  const y = e.kinds(right);
  if (isNumber(x) && isNumber(y)) return compareNumbers(e, operator, left, right);
  if (simple(x) && simple(y)) return b.emit(`f64.${FLOAT[operator]!}`, 'bool', [toDouble(e, left), toDouble(e, right)]);
  const character = withCharacter(e, operator, left, right, () => relationalOf(e, operator, left, right));
  return character ?? relationalOf(e, operator, left, right);
}

/** Where one operand is a constant string of one unit, compares by that first. */
function withCharacter(e: Emitter, operator: string, left: Value, right: Value, otherwise: () => Value): Value | null {
  const { solver } = e.program;
  for (const [value, other, mirrored] of [[left, right, operator], [right, left, MIRROR[operator]!]] as const) {
    const constant = solver.constantString(e.instance, other);
    if (constant !== null && e.kinds(value).prims & STRING) return compareWithCharacter(e, mirrored, e.value(value), constant, otherwise);
  }
  return null;
}

const MIRROR: Record<string, string> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '===': '===' };

function relationalOf(e: Emitter, operator: string, left: Value, right: Value): Value {
  const { b } = e;
  if (isString(e.kinds(left)) && isString(e.kinds(right))) {
    const order = e.runtime('stringCompare', [e.value(left), e.value(right)])!;
    return b.emit(`i32.${INTEGER[operator]!}`, 'bool', [order, b.emit('i32.const', 'i32', [], { value: 0 })]);
  }
  const names: Record<string, string> = { '<': 'valueLess', '<=': 'valueLessOrEqual', '>': 'valueGreater', '>=': 'valueGreaterOrEqual' };
  return e.runtime(names[operator]!, [e.boxed(left), e.boxed(right)])!;
}

/** Two numbers of any representation, with `operator` of INTEGER. */
function compareNumbers(e: Emitter, operator: string, left: Value, right: Value): Value {
  const { b } = e;
  const x = e.value(left);
  const y = e.value(right);
  const integer = (v: Value): boolean => v.rep === 'i32' || v.rep === 'i64';
  if (integer(x) && integer(y)) {
    const rep = x.rep === 'i32' && y.rep === 'i32' ? 'i32' : 'i64';
    return b.emit(`${rep}.${INTEGER[operator]!}`, 'bool', [coerce(b, x, rep, 'integer'), coerce(b, y, rep, 'integer')]);
  }
  return b.emit(`f64.${FLOAT[operator]!}`, 'bool', [toDouble(e, left), toDouble(e, right)]);
}

function strictEquals(e: Emitter, left: Value, right: Value): Value {
  const { b } = e;
  const x = e.kinds(left);
  const y = e.kinds(right);
  if (isNumber(x) && isNumber(y)) return compareNumbers(e, '===', left, right);
  // Absent as NaN is equal to no number.
  const maybeNumber = (k: Kinds): boolean => k.objects.size === 0 && (k.prims & ~(NUMBER | UNDEFINED | HOLE)) === 0 && (k.prims & NUMBER) !== 0;
  if ((isNumber(x) && maybeNumber(y)) || (maybeNumber(x) && isNumber(y))) return b.emit('f64.eq', 'bool', [toDouble(e, left), toDouble(e, right)]);
  const constant = singleBits(y) ?? null;
  if (constant !== null) return equalsImmediate(e, left, constant);
  const other = singleBits(x);
  if (other !== null) return equalsImmediate(e, right, other);
  return withCharacter(e, '===', left, right, () => equalsOf(e, left, right)) ?? equalsOf(e, left, right);
}

function equalsOf(e: Emitter, left: Value, right: Value): Value {
  const { b } = e;
  const x = e.kinds(left);
  const y = e.kinds(right);
  if (isString(x) && isString(y)) return stringEquals(e, e.value(left), e.value(right));
  // Where one side is neither number nor string nor opaque, identical bits decide.
  const byBits = (k: Kinds): boolean => (k.prims & (NUMBER | STRING | OPAQUE)) === 0 && !hasBigint(k);
  const p = e.boxed(left);
  const q = e.boxed(right);
  if (byBits(x) || byBits(y)) return b.emit('value.eqbits', 'bool', [p, q]);
  if ((x.prims & y.prims & STRING) === 0 || isNumber(x) || isNumber(y)) {
    const sides = isNumber(x) ? [q, left] as const : isNumber(y) ? [p, right] as const : null;
    if (sides) {
      const [boxed, number] = sides;
      return e.choose(b.emit('value.isnumber', 'bool', [boxed]), 'bool',
        () => b.emit('f64.eq', 'bool', [coerce(b, boxed, 'f64', 'number test'), toDouble(e, number)]),
        () => b.emit('bool.const', 'bool', [], { value: false }))!;
    }
  }
  const isElement = (k: Kinds): boolean => k.objects.size === 0 && (k.prims & STRING) !== 0 && (k.prims & ~(STRING | UNDEFINED | NULL)) === 0;
  const equal = (): Value => e.runtime('valueStrictEquals', [p, q])!;
  return isElement(x) && isElement(y) ? equalCharacters(e, p, q, equal) : equal();
}

function hasBigint(k: Kinds): boolean {
  return (k.prims & BIGINT) !== 0;
}

function singleBits(k: Kinds): bigint | null {
  if (k.objects.size > 0) return null;
  switch (k.prims) {
    case UNDEFINED: return VALUE_UNDEFINED;
    case NULL: return VALUE_NULL;
    case TRUE: return VALUE_TRUE;
    case FALSE: return VALUE_TRUE - 1n;
    case HOLE: return VALUE_HOLE;
    default: return null;
  }
}

function equalsImmediate(e: Emitter, operand: Value, bits: bigint): Value {
  const { b } = e;
  const value = e.value(operand);
  if (value.rep === 'f64u') return bits === VALUE_UNDEFINED ? b.emit('f64u.isabsent', 'bool', [value]) : b.emit('bool.const', 'bool', [], { value: false });
  if (value.rep === 'bool') return bits === VALUE_TRUE ? value : b.emit('bool.not', 'bool', [value]);
  return b.emit('value.is', 'bool', [box(b, value)], { bits });
}

/** Same cell, else same length and units. */
export function stringEquals(e: Emitter, x: Value, y: Value): Value {
  const { b } = e;
  const [left, right] = [e.textOf(x), e.textOf(y)]; // as `typeof` of what can only be of one type
  if (left !== undefined && right !== undefined) return b.emit('bool.const', 'bool', [], { value: left === right });
  return e.choose(b.emit('ref.eq', 'bool', [x, y]), 'bool', () => b.emit('bool.const', 'bool', [], { value: true }), () => {
    const lengths = [x, y].map((s) => b.emit('load.i32', 'i32', [s], { offset: STRING_LENGTH, alias: 'string.length' }));
    return e.choose(b.emit('i32.eq', 'bool', lengths), 'bool', () => e.runtime('stringEquals', [x, y]), () => b.emit('bool.const', 'bool', [], { value: false }));
  })!;
}

function looseEquals(e: Emitter, left: Value, right: Value): Value {
  const { b } = e;
  const x = e.kinds(left);
  const y = e.kinds(right);
  const onlyNullish = (k: Kinds): boolean => k.objects.size === 0 && (k.prims & ~NULLISH) === 0;
  for (const [a, other, value] of [[x, y, right], [y, x, left]] as const) {
    if (!onlyNullish(a)) continue;
    if ((other.prims & (NULLISH | OPAQUE)) === 0) return b.emit('bool.const', 'bool', [], { value: false });
    if (onlyNullish(other)) return b.emit('bool.const', 'bool', [], { value: true });
    return isPrimitive(e, e.value(value), NULLISH);
  }
  if ((isNumber(x) && isNumber(y)) || (isString(x) && isString(y))) return strictEquals(e, left, right);
  return e.runtime('valueLooseEquals', [e.boxed(left), e.boxed(right)])!;
}

/** ToBoolean. */
export function truthy(e: Emitter, operand: Value): Value {
  return truthyOf(e, e.value(operand), e.kinds(operand));
}

export function truthyOf(e: Emitter, value: Value, kinds: Kinds): Value {
  const { b } = e;
  const zero = (): Value => b.emit('f64.const', 'f64', [], { bits: 0n });
  // Neither 0 nor NaN: |x| > 0.
  const number = (x: Value): Value => b.emit('f64.gt', 'bool', [b.emit('f64.abs', 'f64', [x]), zero()]);
  const length = (s: Value): Value =>
    b.emit('i32.ne', 'bool', [b.emit('load.i32', 'i32', [s], { offset: STRING_LENGTH, alias: 'string.length' }), b.emit('i32.const', 'i32', [], { value: 0 })]);
  switch (value.rep) {
    case 'bool': return value;
    case 'i32': return b.emit('i32.ne', 'bool', [value, b.emit('i32.const', 'i32', [], { value: 0 })]);
    case 'i64': return b.emit('i64.ne', 'bool', [value, e.i64(0)]);
    case 'f64': return number(value);
    case 'f64u': return number(b.emit('f64u.tof64', 'f64', [value]));
    default: break;
  }
  const constant = (v: boolean) => (): Value => b.emit('bool.const', 'bool', [], { value: v });
  if (kinds.prims & OPAQUE) return e.runtime('valueIsTruthy', [value])!;
  return dispatch(e, value, kinds, [
    { prims: NUMBER, objects: [], make: (v) => number(coerce(b, v, 'f64', 'number test')) },
    { prims: NULLISH | HOLE, objects: [], make: constant(false) },
    { prims: BOOLEAN, objects: [], make: (v) => v },
    { prims: STRING, objects: [], make: length },
    { prims: SYMBOL, objects: [...kinds.objects], make: constant(true) },
  ], 'bool')!;
}

