/** Calls: of conversions, intrinsics, one-operation Math functions, and functions of dialect modules. */
import type { Value } from '../../ir/function.ts';
import { ts } from '../typescript.ts';
import type { FunctionContext } from './context.ts';
import { emitConversion, emitToFloat } from './conversions.ts';
import { emitAs } from './expressions.ts';
import { INTRINSICS } from './intrinsics.ts';
import { type DialectFunction, signatureOf } from './source-unit.ts';
import { MATH } from './static-types.ts';
import { INTEGERS, type IntegerType, repOf, type WideType } from './types.ts';

/** The result, or null where there is none; after a function that does not return, code goes on in an unreachable block. */
export function emitCall(context: FunctionContext, node: ts.CallExpression): Value | null {
  const { expression } = node;
  if (ts.isPropertyAccessExpression(expression)) {
    const arg = emitAs(context, node.arguments[0]!, 'f64');
    context.at(node);
    return context.ssa.emit(MATH[expression.name.text]!, 'f64', [arg]);
  }
  const name = (expression as ts.Identifier).text;
  const declaration = context.local(name) ? undefined : context.units.resolve(context.unit, name);
  if (name === 'Number' && !declaration) return emitToFloat(context, node);
  if (declaration?.kind === 'function') return emitFunctionCall(context, node, declaration.function);
  if (declaration?.kind !== 'intrinsic') context.fail(expression, `'${name}' is not a function of the systems dialect.`);
  if (Object.hasOwn(INTEGERS, declaration.name)) return emitConversion(context, node, declaration.name as IntegerType | WideType);
  if (declaration.name === 'f64') return emitToFloat(context, node);
  const intrinsic = INTRINSICS[declaration.name];
  if (!intrinsic) context.fail(expression, `toro:machine has no compiled '${declaration.name}'.`);
  return intrinsic.emit(context, node);
}

function emitFunctionCall(context: FunctionContext, node: ts.CallExpression, callee: DialectFunction): Value | null {
  const { params, result } = signatureOf(callee);
  if (node.arguments.length !== params.length) context.fail(node, `${callee.name} takes ${params.length} arguments.`);
  const args = params.map(({ type }, i) => emitAs(context, node.arguments[i]!, type));
  context.at(node);
  const attrs = { target: callee.symbol };
  if (result !== 'void' && result !== 'never') return context.ssa.emit('call', repOf(result), args, attrs);
  context.ssa.effect('call', args, attrs);
  if (result === 'never') context.ssa.unreachable();
  return null;
}
