/** Functions that suspend: how they begin, wait and end. What they become: docs/generators.md and docs/async.md. */
import type { Value } from '../../ir/function.ts';
import type { FunctionInfo } from '../scopes/bindings.ts';
import { hasModifier } from '../scopes/binder.ts';
import { ts } from '../typescript.ts';
import type { FunctionLowering } from './context.ts';
import { setTry } from './exits.ts';

export type Suspension = 'generator' | 'async' | 'async generator' | 'async module';

/** The function of the library that makes of a state machine what the call gives. */
const MAKERS: Record<Suspension, string> = {
  generator: 'src/std/generator#makeGenerator',
  async: 'src/std/async-function#startAsync',
  'async generator': 'src/std/async-generator#makeAsyncGenerator',
  'async module': 'src/std/async-module#startModule',
};

/** How the function suspends; null: not at all. */
export function suspensionOf({ node, kind }: FunctionInfo): Suspension | null {
  if (kind === 'module') return awaits(node as ts.SourceFile) ? 'async module' : null;
  if (kind === 'fields' || !ts.isFunctionLike(node)) return null;
  const generator = 'asteriskToken' in node && node.asteriskToken !== undefined;
  const isAsync = hasModifier(node, ts.SyntaxKind.AsyncKeyword);
  return generator ? (isAsync ? 'async generator' : 'generator') : isAsync ? 'async' : null;
}

/** The first await of a module's top level; undefined: there is none. */
export function topLevelAwait(source: ts.SourceFile): ts.Node | undefined {
  const find = (node: ts.Node): ts.Node | undefined => {
    if (ts.isFunctionLike(node)) return undefined;
    if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier)) return node;
    return ts.forEachChild(node, find);
  };
  return find(source);
}

const modules = new WeakMap<ts.SourceFile, boolean>();

function awaits(source: ts.SourceFile): boolean {
  let found = modules.get(source);
  if (found === undefined) modules.set(source, (found = topLevelAwait(source) !== undefined));
  return found;
}

/** From here on the code belongs to the state machine. */
export function startSuspending(context: FunctionLowering, suspension: Suspension): void {
  const { attrs } = context.func;
  attrs.suspends = true;
  if (suspension !== 'async module') attrs.kind = suspension;
  context.effect('js.suspend.start', [], { maker: MAKERS[suspension] });
}

/** The object that the state machine shares with the library. */
export function control(context: FunctionLowering): Value {
  return context.emit('js.resume.control');
}

/** Leaves the function with this value. */
export function finish(context: FunctionLowering, value: Value): void {
  const { ssa, suspension } = context;
  if (!suspension) return ssa.return(value);
  if (suspension === 'generator') {
    context.effect('js.set', [control(context), context.constant('true')], { name: 'done' });
    return ssa.return(value);
  }
  const frame = context.tryFrame;
  setTry(context, null);
  context.emit('js.callmethod', [control(context), value], { name: 'finish', text: '' });
  ssa.return(context.constant('undefined'));
  setTry(context, frame);
}

/** Await (ECMA-262 27.7.5.3). `key`: the type key of the result. */
export function awaitValue(context: FunctionLowering, value: Value, key = 'any'): Value {
  const promise = callLibrary(context, 'src/std/promise#promiseOf', value, key);
  context.emit('js.callmethod', [control(context), promise], { name: 'wait', text: '' });
  context.effect('js.yield', [context.constant('undefined')]);
  return callLibrary(context, 'src/std/promise#resultOf', promise, key);
}

/** Calls a function of the library with one argument. */
export function callLibrary(context: FunctionLowering, global: string, arg: Value, key: string): Value {
  const callee = context.emit('js.global.get', [], { global });
  return context.emit('js.call', [callee, context.constant('undefined'), arg], { text: '', typeArgs: [key] });
}
