/**
 * yield and yield*. js.yield leaves the function; what follows runs when the generator is resumed, in one of three ways: with a value, with an
 * exception to throw there, or with a value to return from there through the finally blocks around (ECMA-262 15.5.5, 27.5.3.7).
 */
import type { Value } from '../../ir/function.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { returnValue, throwError, throwValue } from '../lowering/exits.ts';
import { messageText } from '../lowering/message-text.ts';
import { ts } from '../typescript.ts';
import { lowerExpression } from './table.ts';

/** Ways to resume, as src/std/generator.ts passes them. */
const NEXT = 0;
const THROW = 1;

export function lowerYield(context: FunctionLowering, node: ts.YieldExpression): Value {
  if (node.asteriskToken) return lowerDelegation(context, node);
  const value = node.expression ? lowerExpression(context, node.expression) : context.constant('undefined');
  context.at(node);
  const { mode, sent } = suspend(context, value);
  const { ssa } = context;
  const [next, abrupt, thrown, returned] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  ssa.branch(isMode(context, mode, NEXT), next, abrupt);
  ssa.startSealed(abrupt);
  ssa.branch(isMode(context, mode, THROW), thrown, returned);
  ssa.startSealed(thrown);
  throwValue(context, sent);
  ssa.startSealed(returned);
  returnValue(context, sent);
  ssa.startSealed(next);
  return sent;
}

function suspend(context: FunctionLowering, value: Value): { mode: Value; sent: Value } {
  context.effect('js.yield', [value]);
  return { mode: context.emit('js.resume.mode'), sent: context.emit('js.resume.value') };
}

function isMode(context: FunctionLowering, mode: Value, which: number): Value {
  return context.emitBool('js.compare', [mode, context.number(which)], { operator: '===' });
}

/** yield*: passes what comes on to the inner iterator until that is done; its result is the inner one's last value. */
function lowerDelegation(context: FunctionLowering, node: ts.YieldExpression): Value {
  const { ssa } = context;
  const iterable = lowerExpression(context, node.expression!);
  context.at(node.expression!);
  const it = context.emit('js.callmethod', [iterable], { name: '@@iterator', text: messageText(node.expression!) });
  const [mode, sent, result] = [context.temporary('mode'), context.temporary('sent'), context.temporary('result')];
  ssa.write(mode, context.number(NEXT));
  ssa.write(sent, context.constant('undefined'));
  const [head, next, abrupt, thrown] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  const [returned, join, again, exit] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  ssa.jump(head);
  ssa.enter(head);
  const [how, value] = [ssa.read(mode), ssa.read(sent)];
  ssa.branch(isMode(context, how, NEXT), next, abrupt);
  ssa.startSealed(next);
  ssa.write(result, context.emit('js.callmethod', [it, value], { name: 'next', text: 'iterator.next' }));
  ssa.jump(join);
  ssa.startSealed(abrupt);
  ssa.branch(isMode(context, how, THROW), thrown, returned);
  ssa.startSealed(thrown);
  forward(context, it, 'throw', value, (answer) => {
    ssa.write(result, answer);
    ssa.jump(join);
  }, () => {
    forward(context, it, 'return', null, () => {}, () => {});
    throwError(context, 'TypeError', "The iterator does not provide a 'throw' method.");
  });
  ssa.startSealed(returned);
  forward(context, it, 'return', value, (answer) => {
    const [done, pending] = [ssa.newBlock(), ssa.newBlock()];
    ssa.branch(context.emitBool('js.truthy', [requireResult(context, answer, 'done')]), done, pending);
    ssa.startSealed(done);
    returnValue(context, context.emit('js.get', [answer], { name: 'value' }));
    ssa.startSealed(pending);
    ssa.write(result, answer);
    ssa.jump(join);
  }, () => returnValue(context, value));
  ssa.startSealed(join);
  const answer = ssa.read(result);
  ssa.branch(context.emitBool('js.truthy', [requireResult(context, answer, 'done')]), exit, again);
  ssa.startSealed(again);
  const resumed = suspend(context, context.emit('js.get', [answer], { name: 'value' }));
  ssa.write(mode, resumed.mode);
  ssa.write(sent, resumed.sent);
  ssa.jump(head);
  ssa.seal(head);
  ssa.startSealed(exit);
  return context.emit('js.get', [answer], { name: 'value' });
}

/** Calls an optional method of the inner iterator; both continuations leave the block that they end in open or jump away. */
function forward(context: FunctionLowering, it: Value, name: string, value: Value | null, found: (answer: Value) => void, absent: () => void): void {
  const { ssa } = context;
  const method = context.emit('js.get', [it], { name, text: 'iterator' });
  const [none, some, after] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  ssa.branch(context.emitBool('js.test', [method], { kind: 'nullish' }), none, some);
  ssa.startSealed(some);
  found(context.emit('js.call', [method, it, ...(value ? [value] : [])], { text: `iterator.${name}` }));
  if (value) ssa.startUnreachable();
  ssa.jump(after);
  ssa.startSealed(none);
  absent();
  ssa.jump(after);
  ssa.startSealed(after);
}

/** A property of an iterator's answer, which must be an object. */
function requireResult(context: FunctionLowering, answer: Value, name: string): Value {
  return context.emit('js.get', [answer], { name, text: 'result' });
}
