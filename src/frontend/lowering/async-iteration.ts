/** Iterators of `for await` and of `yield*` in async generators: ECMA-262 7.4.3 with kind async. */
import type { Value } from '../../ir/function.ts';
import { ts } from '../typescript.ts';
import type { FunctionLowering } from './context.ts';
import { messageText } from './message-text.ts';
import { callLibrary } from './suspension.ts';

/** GetIterator(iterable, async). */
export function openAsync(context: FunctionLowering, iterable: Value, node: ts.Expression): Value {
  const { ssa } = context;
  const iterator = context.temporary('iterator');
  const text = messageText(node);
  const method = tryGet(context, iterable, '@@asyncIterator', text);
  const [sync, own, join] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  ssa.branch(context.emitBool('js.test', [method], { kind: 'nullish' }), sync, own);
  ssa.startSealed(own);
  const made = context.emit('js.call', [method, iterable], { text: `${text}[Symbol.asyncIterator]` });
  requireObject(context, made, 'src/std/async-from-sync-iterator#throwNoIterator');
  ssa.write(iterator, made);
  ssa.jump(join);
  ssa.startSealed(sync);
  ssa.write(iterator, callLibrary(context, 'src/std/async-from-sync-iterator#iterateSync', iterable, context.unit.keys.ofNode(node)));
  ssa.jump(join);
  ssa.startSealed(join);
  return ssa.read(iterator);
}

/** The property, or undefined where there is nothing that could have one: iterateSync says so. */
function tryGet(context: FunctionLowering, object: Value, name: string, text: string): Value {
  const { ssa } = context;
  const result = context.temporary('method');
  const [some, join] = [ssa.newBlock(), ssa.newBlock()];
  ssa.write(result, context.constant('undefined'));
  ssa.branch(context.emitBool('js.test', [object], { kind: 'nullish' }), join, some);
  ssa.startSealed(some);
  ssa.write(result, context.emit('js.get', [object], { name, text }));
  ssa.jump(join);
  ssa.startSealed(join);
  return ssa.read(result);
}

/** Calls `thrower` with what is no object. */
export function requireObject(context: FunctionLowering, value: Value, thrower: string): void {
  const { ssa } = context;
  const [other, callable, join] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  ssa.branch(context.emitBool('js.test', [value], { kind: 'object' }), join, callable);
  ssa.startSealed(callable);
  ssa.branch(context.emitBool('js.test', [value], { kind: 'function' }), join, other);
  ssa.startSealed(other);
  callLibrary(context, thrower, value, 'any');
  ssa.jump(join);
  ssa.startSealed(join);
}
