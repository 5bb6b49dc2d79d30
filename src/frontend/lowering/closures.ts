/** Function objects: closures over what the functions capture, and the hoisting of function declarations. */
import type { Value } from '../../ir/function.ts';
import type { FunctionInfo, Scope } from '../scopes/bindings.ts';
import { ts } from '../typescript.ts';
import { capturedValue, initialise } from './binding-access.ts';
import type { FunctionLowering } from './context.ts';
import { lowerFunction } from './function.ts';

/** A new function object of a function-like node. `name`: what it is called after where it has no name of its own. */
export function createClosure(context: FunctionLowering, node: ts.FunctionLikeDeclaration, name: string): Value {
  const info = context.unit.file.functions.get(node)!;
  const symbol = lowerFunction(context.unit, info, name, context.func.symbol);
  return context.emit('js.closure', capturedValues(context, info), { function: symbol });
}

export function capturedValues(context: FunctionLowering, info: FunctionInfo): Value[] {
  return info.captures.map((binding) => capturedValue(context, binding));
}

/**
 * Makes the function declarations of the scope that are due: at its start (`until` -1), or those put off to the end of a
 * statement, whose offset is `until`.
 */
export function createHoistedFunctions(context: FunctionLowering, scope: Scope, until: number, from = -1): void {
  if (scope.kind === 'module') return; // GlobalInfo.init
  for (const { node, binding, info } of scope.functions) {
    const delayed = info.createdAt > startOf(scope);
    if (until < 0 ? delayed : !delayed || info.createdAt > until || info.createdAt <= from) continue;
    initialise(context, binding, createClosure(context, node, binding.name));
  }
}

function startOf(scope: Scope): number {
  const { body } = scope.node as ts.FunctionLikeDeclaration;
  return scope.kind === 'function' && body ? body.pos : scope.node.pos;
}
