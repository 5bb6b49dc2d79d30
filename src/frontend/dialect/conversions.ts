/** The conversion functions of toro:machine: `u32(a + b)`, `i64(x)`, `f64(n)` … */
import type { Value } from '../../ir/function.ts';
import { ts } from '../typescript.ts';
import type { FunctionContext } from './context.ts';
import { emitMachine } from './expressions.ts';
import { emitInteger, emitWide, unwrap } from './integers.ts';
import { exactBigInt, isBigInt, isF64, isNumber, signedness, typeOf } from './static-types.ts';
import { INTEGERS, type IntegerType, showType, type WideType } from './types.ts';

export function emitConversion(context: FunctionContext, node: ts.CallExpression, to: IntegerType | WideType): Value {
  const arg = onlyArgument(context, node);
  const type = typeOf(context, arg);
  const { bits } = INTEGERS[to];
  if (type.kind === 'quotient') {
    const quotient = emitInteger(context, arg, 32);
    if (bits < 64) return narrow(context, quotient, to);
    return context.ssa.emit(type.signed ? 'i32.sext64' : 'i32.zext64', 'i64', [quotient]);
  }
  if (isNumber(type)) return bits === 64 ? emitInteger(context, arg, 64) : narrow(context, emitInteger(context, arg, 32), to, type.kind === 'machine' ? (type.type as IntegerType) : undefined);
  if (isBigInt(type)) {
    const wide = emitWide(context, arg);
    context.at(node);
    return bits === 64 ? wide : narrow(context, context.ssa.emit('i64.wrap32', 'i32', [wide]), to);
  }
  if (isF64(type)) {
    const number = emitMachine(context, unwrap(arg));
    context.at(node);
    if (to === 'i32') return context.ssa.emit('f64.toi32', 'i32', [number]);
    const wide = context.ssa.emit('f64.toi64', 'i64', [number]);
    return bits === 64 ? wide : narrow(context, context.ssa.emit('i64.wrap32', 'i32', [wide]), to);
  }
  context.fail(arg, `${showType(type)} has no conversion to ${to}.`, 'use addressOf, bitsOf or bitsOfF64');
}

/** The low bits of an i32, extended as the type wants; nothing where the source type fits already. */
export function narrow(context: FunctionContext, value: Value, to: IntegerType | WideType, from?: IntegerType): Value {
  const { bits, signed } = INTEGERS[to];
  const fits = from && (INTEGERS[from].signed === signed ? INTEGERS[from].bits <= bits : !INTEGERS[from].signed && INTEGERS[from].bits < bits);
  if (bits === 32 || fits) return value;
  if (signed) return context.ssa.emit(`i32.sext${bits}`, 'i32', [value]);
  return context.ssa.emit('i32.and', 'i32', [value, context.i32(2 ** bits - 1)]);
}

/** `f64(x)` and `Number(x)`. */
export function emitToFloat(context: FunctionContext, node: ts.CallExpression): Value {
  const arg = onlyArgument(context, node);
  const type = typeOf(context, arg);
  if (isF64(type)) return emitMachine(context, unwrap(arg));
  if (type.kind === 'quotient') context.fail(arg, 'A quotient of integers is a fraction in node.', 'write f64(a) / f64(b), or f64(u32(a / b))');
  if (isNumber(type)) {
    if (type.kind === 'machine') return integerToFloat(context, emitMachine(context, unwrap(arg)), signedness(type) === 'signed');
    return context.ssa.emit('i64.tof64', 'f64', [emitInteger(context, arg, 64)]);
  }
  if (!isBigInt(type)) context.fail(arg, `${showType(type)} has no conversion to number.`);
  const exact = exactBigInt(type);
  if (!exact) context.fail(arg, 'This is an unconverted intermediate.', 'convert it first: u64(…) or i64(…)');
  const wide = emitWide(context, arg);
  return exact === 'i64' ? context.ssa.emit('i64.tof64', 'f64', [wide]) : unsignedToFloat(context, wide);
}

export function integerToFloat(context: FunctionContext, value: Value, signed: boolean): Value {
  return context.ssa.emit(signed ? 'i32.tof64' : 'i32.u.tof64', 'f64', [value]);
}

/**
 * u64 to the nearest double: where the sign bit is set, half of it (the lowest bit kept sticky, so that rounding sees it) is
 * converted and doubled.
 */
function unsignedToFloat(context: FunctionContext, wide: Value): Value {
  const { ssa } = context;
  const one = context.i64(1n);
  const half = ssa.emit('i64.or', 'i64', [ssa.emit('i64.shr', 'i64', [wide, one]), ssa.emit('i64.and', 'i64', [wide, one])]);
  const halved = ssa.emit('i64.tof64', 'f64', [half]);
  const large = ssa.emit('f64.add', 'f64', [halved, halved]);
  const small = ssa.emit('i64.tof64', 'f64', [wide]);
  const negative = ssa.emit('i64.lt_s', 'bool', [wide, context.i64(0n)]);
  return ssa.emit('select', 'f64', [negative, large, small]);
}

function onlyArgument(context: FunctionContext, node: ts.CallExpression): ts.Expression {
  const [arg] = node.arguments;
  if (!arg || node.arguments.length !== 1) context.fail(node, 'A conversion takes one argument.');
  return arg;
}
