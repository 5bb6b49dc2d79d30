import { BIGINT, BOOLEAN, FALSE, isEmpty, type Kinds, NULL, NUMBER, OPAQUE, STRING, SYMBOL, TRUE, UNDEFINED } from '../flow/kinds.ts';
import { INT32 } from '../flow/range.ts';
import type { Instr, Value } from '../ir/function.ts';
import type { Emitter } from './emitter.ts';
import { box, coerce, repOf } from './representation.ts';

/** ToNumber of kinds that need no call: numbers, undefined, null, booleans. */
const SIMPLE = NUMBER | UNDEFINED | NULL | BOOLEAN;

function isSimple(kinds: Kinds): boolean {
  return kinds.objects.size === 0 && (kinds.prims & ~SIMPLE) === 0;
}

/** ToNumber as a double. */
export function toDouble(e: Emitter, operand: Value): Value {
  const { b } = e;
  const kinds = e.kinds(operand);
  const value = e.value(operand);
  switch (value.rep) {
    case 'f64':
      return value;
    case 'i32':
    case 'i64':
      return coerce(b, value, 'f64', 'integer');
    case 'f64u':
      return b.emit('f64u.tof64', 'f64', [value]);
    case 'bool':
      return b.emit('i32.tof64', 'f64', [b.emit('bool.toi32', 'i32', [value])]);
    default:
      break;
  }
  if (kinds.prims === NUMBER && kinds.objects.size === 0) return coerce(b, value, 'f64', 'number');
  const boxed = box(b, value);
  const slow = (): Value => e.runtime('valueToNumber', [boxed])!;
  if ((kinds.prims & NUMBER) === 0) return slow();
  return e.choose(b.emit('value.isnumber', 'bool', [boxed]), 'f64', () => coerce(b, boxed, 'f64', 'number test'), slow)!;
}

/** ToInt32. */
export function toInt32(e: Emitter, operand: Value): Value {
  const { b } = e;
  const value = e.value(operand);
  if (value.rep === 'i32') return value;
  if (value.rep === 'i64') return b.emit('i64.wrap32', 'i32', [value]);
  if (value.rep === 'bool') return b.emit('bool.toi32', 'i32', [value]);
  if (value.rep === 'value' && e.kinds(operand).prims & NUMBER) {
    return e.choose(b.emit('value.isint', 'bool', [value]), 'i32', () => b.emit('unbox.i32', 'i32', [value], { proof: 'int test' }),
      () => b.emit('f64.toint32', 'i32', [toDouble(e, operand)]))!;
  }
  return b.emit('f64.toint32', 'i32', [toDouble(e, operand)]);
}

/** An integer operand in i64, when the flow proved it one; else null. */
function asI64(e: Emitter, operand: Value): Value | null {
  const value = e.value(operand);
  return value.rep === 'i32' || value.rep === 'i64' ? coerce(e.b, value, 'i64', 'integer') : null;
}

export function unary(e: Emitter, instr: Instr): Value | null {
  const { b } = e;
  const [operand] = instr.args as [Value];
  const operator = instr.attrs.operator as string;
  const kinds = e.kinds(operand);
  switch (operator) {
    case 'typeof':
      return typeOf(e, operand);
    case 'tostring':
      return toStringOf(e, operand);
    case 'topropertykey':
      return kinds.objects.size === 0 && (kinds.prims & ~(NUMBER | STRING | SYMBOL)) === 0 ? e.value(operand) : e.runtime('valueToPropertyKey', [e.boxed(operand)]);
    case '~':
      return b.emit('i32.not', 'i32', [toInt32(e, operand)]);
    case '-': {
      const integer = asI64(e, operand);
      const rep = repOf(e.kinds(instr.result!));
      if (integer && (rep === 'i32' || rep === 'i64')) return b.emit('i64.neg', 'i64', [integer]);
      return b.emit('f64.neg', 'f64', [toDouble(e, operand)]);
    }
    default: // + and tonumeric
      if (kinds.prims === NUMBER && kinds.objects.size === 0) return e.value(operand);
      return toDouble(e, operand);
  }
}

const INTEGER_OPS: Record<string, string> = { '+': 'add', '-': 'sub', '*': 'mul' };
const FLOAT_OPS: Record<string, string> = { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div' };
const BIT_OPS: Record<string, string> = { '&': 'and', '|': 'or', '^': 'xor', '<<': 'shl', '>>': 'sar', '>>>': 'shr' };

export function binary(e: Emitter, instr: Instr): Value | null {
  const { b } = e;
  const [left, right] = instr.args as [Value, Value];
  const operator = instr.attrs.operator as string;
  const bits = BIT_OPS[operator];
  if (bits) {
    const result = b.emit(`i32.${bits}`, 'i32', [toInt32(e, left), toInt32(e, right)]);
    return operator === '>>>' ? b.emit('i32.zext64', 'i64', [result]) : result;
  }
  if (operator === '+') {
    const added = addition(e, instr, left, right);
    if (added) return added;
  }
  return arithmetic(e, instr, operator, left, right);
}

/** Numbers only. */
function arithmetic(e: Emitter, instr: Instr, operator: string, left: Value, right: Value): Value {
  const { b } = e;
  const x = asI64(e, left);
  const y = asI64(e, right);
  const rep = repOf(e.kinds(instr.result!));
  if (x && y && (rep === 'i32' || rep === 'i64')) {
    if (operator === '%') return integerRemainder(e, left, right);
    const op = INTEGER_OPS[operator];
    if (op && fits32(e, left) && fits32(e, right) && rep === 'i32') {
      return b.emit(`i32.${op}`, 'i32', [coerce(b, e.value(left), 'i32', 'integer'), coerce(b, e.value(right), 'i32', 'integer')], { nowrap: true });
    }
    if (op) return b.emit(`i64.${op}`, 'i64', [x, y], { nowrap: true });
  }
  const a = toDouble(e, left);
  const c = toDouble(e, right);
  const op = FLOAT_OPS[operator];
  if (op) return b.emit(`f64.${op}`, 'f64', [a, c]);
  return e.runtime(operator === '%' ? 'f64Remainder' : 'f64Power', [a, c])!;
}

function fits32(e: Emitter, value: Value): boolean {
  const { range } = e.kinds(value);
  return range !== null && range.lo >= INT32.lo && range.hi <= INT32.hi;
}

/** The result is an integer, so the dividend is not negative and the divisor not 0. */
function integerRemainder(e: Emitter, left: Value, right: Value): Value {
  const { b } = e;
  if (fits32(e, left) && fits32(e, right)) {
    return b.emit('i32.rem_s', 'i32', [coerce(b, e.value(left), 'i32', 'integer'), coerce(b, e.value(right), 'i32', 'integer')]);
  }
  return b.emit('i64.rem_s', 'i64', [coerce(b, e.value(left), 'i64', 'integer'), coerce(b, e.value(right), 'i64', 'integer')]);
}

/** `+` where an operand may be a string or an object; null when both are numbers. */
function addition(e: Emitter, instr: Instr, left: Value, right: Value): Value | null {
  const { b } = e;
  const a = e.kinds(left);
  const c = e.kinds(right);
  if (isSimple(a) && isSimple(c)) return null;
  const isPlainString = (k: Kinds): boolean => k.prims === STRING && k.objects.size === 0;
  const known = (k: Kinds): boolean => k.objects.size === 0 && (k.prims & (OPAQUE | SYMBOL | BIGINT)) === 0;
  if (known(a) && known(c) && (isPlainString(a) || isPlainString(c))) return e.runtime('stringConcat', [toStringOf(e, left), toStringOf(e, right)]);
  const x = e.boxed(left);
  const y = e.boxed(right);
  const slow = (): Value => e.runtime('valueAdd', [x, y])!;
  if ((a.prims & NUMBER) === 0 || (c.prims & NUMBER) === 0 || isEmpty(e.kinds(instr.result!))) return slow();
  const both = b.emit('bool.and', 'bool', [b.emit('value.isnumber', 'bool', [x]), b.emit('value.isnumber', 'bool', [y])]);
  return e.choose(both, 'value',
    () => b.emit('box.f64', 'value', [b.emit('f64.add', 'f64', [coerce(b, x, 'f64', 'number test'), coerce(b, y, 'f64', 'number test')])]), slow)!;
}

/** ToString. */
export function toStringOf(e: Emitter, operand: Value): Value {
  const kinds = e.kinds(operand);
  const value = e.value(operand);
  if (kinds.objects.size === 0) {
    if (kinds.prims === STRING) return coerce(e.b, value, 'ref', 'string');
    if (value.rep === 'i32') return e.runtime('integerToString', [value])!;
    if (value.rep === 'i64' || value.rep === 'f64') return e.runtime('numberToString', [value])!;
    if (value.rep === 'bool') return e.b.emit('select', 'ref', [value, e.text('true'), e.text('false')]);
  }
  return e.runtime('valueToString', [box(e.b, value)])!;
}

function typeOf(e: Emitter, operand: Value): Value {
  const kinds = e.kinds(operand);
  if (kinds.objects.size === 0) {
    const name = TYPE_NAMES[kinds.prims & ~BOOLEAN || (kinds.prims & BOOLEAN ? TRUE : 0)];
    const onlyBoolean = (kinds.prims & ~BOOLEAN) === 0;
    if (name && (onlyBoolean || (kinds.prims & BOOLEAN) === 0)) return e.text(name);
  }
  return e.runtime('valueTypeOf', [e.boxed(operand)])!;
}

const TYPE_NAMES: Record<number, string> = {
  [UNDEFINED]: 'undefined', [NULL]: 'object', [TRUE]: 'boolean', [FALSE]: 'boolean', [NUMBER]: 'number', [STRING]: 'string', [SYMBOL]: 'symbol', [BIGINT]: 'bigint',
};

