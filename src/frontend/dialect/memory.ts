/** Addresses of loads and stores: `p` plus an offset, whose constant part goes into the instruction and whose factor into its scale. */
import type { Value } from '../../ir/function.ts';
import { ts } from '../typescript.ts';
import { plainConstant } from './constants.ts';
import type { FunctionContext } from './context.ts';
import { emitMachine } from './expressions.ts';
import { emitInteger, unwrap } from './integers.ts';
import { isF64, typeOf } from './static-types.ts';
import { showType } from './types.ts';

export interface Address {
  args: Value[];
  attrs: Record<string, number>;
}

const { SyntaxKind } = ts;

export function emitAddress(context: FunctionContext, pointer: ts.Expression, offset: ts.Expression | undefined): Address {
  const type = typeOf(context, pointer);
  if (type.kind !== 'machine' || (type.type !== 'addr' && type.type !== 'ref'))
    context.fail(pointer, `An address is expected here, not ${showType(type)}.`, 'write addr(…)');
  const address: Address = { args: [emitMachine(context, pointer)], attrs: {} };
  if (offset) addOffset(context, address, offset);
  return address;
}

function addOffset(context: FunctionContext, address: Address, offset: ts.Expression): void {
  const constant = plainConstant(typeOf(context, offset));
  if (typeof constant === 'number') {
    if (constant !== 0) address.attrs.offset = constant;
    return;
  }
  const inner = unwrap(offset);
  if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === SyntaxKind.PlusToken) {
    const left = plainConstant(typeOf(context, inner.left));
    const right = plainConstant(typeOf(context, inner.right));
    if (typeof left === 'number' || typeof right === 'number') {
      addIndex(context, address, typeof left === 'number' ? inner.right : inner.left);
      address.attrs.offset = Number(typeof left === 'number' ? left : right);
      return;
    }
  }
  addIndex(context, address, offset);
}

function addIndex(context: FunctionContext, address: Address, index: ts.Expression): void {
  if (isF64(typeOf(context, index))) {
    address.args.push(context.ssa.emit('f64.toi64', 'i64', [emitMachine(context, index)]));
    address.attrs.scale = 1;
    return;
  }
  const inner = unwrap(index);
  let scale = 1;
  let scaled: ts.Expression = index;
  if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === SyntaxKind.AsteriskToken) {
    const factor = plainConstant(typeOf(context, inner.right));
    if (factor === 2 || factor === 4 || factor === 8) {
      scale = factor;
      scaled = inner.left;
    }
  }
  address.args.push(emitInteger(context, scaled, 64));
  address.attrs.scale = scale;
}
