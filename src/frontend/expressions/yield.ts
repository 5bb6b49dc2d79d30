/**
 * yield and yield*. js.yield leaves the function; what follows runs when the generator is resumed, in one of three ways: with a value, with an
 * exception to throw there, or with a value to return from there through the finally blocks around (ECMA-262 15.5.5, 27.5.3.7, 27.6.3.8).
 * An async generator awaits what it yields, and what it is told to return.
 */
import type { Value } from '../../ir/function.ts';
import { openAsync, requireObject } from '../lowering/async-iteration.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { enterHandler, openTry, returnValue, setTry, throwError, throwValue } from '../lowering/exits.ts';
import { messageText } from '../lowering/message-text.ts';
import { awaitValue, control } from '../lowering/suspension.ts';
import type { Variable } from '../ssa-builder.ts';
import { ts } from '../typescript.ts';
import { lowerExpression } from './table.ts';

/** Ways to resume, as src/std/generator.ts and async-generator.ts pass them. */
const NEXT = 0;
const THROW = 1;
const RETURN = 2;

export function lowerYield(context: FunctionLowering, node: ts.YieldExpression): Value {
  if (node.asteriskToken) return lowerDelegation(context, node);
  const given = node.expression ? lowerExpression(context, node.expression) : context.constant('undefined');
  context.at(node);
  const value = isAsync(context) ? awaitValue(context, given, node.expression && context.unit.keys.ofNode(node.expression)) : given;
  const { mode, sent } = suspend(context, value);
  const { ssa } = context;
  const [next, abrupt, thrown, returned] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  ssa.branch(isMode(context, mode, NEXT), next, abrupt);
  ssa.startSealed(abrupt);
  ssa.branch(isMode(context, mode, THROW), thrown, returned);
  ssa.startSealed(thrown);
  throwValue(context, sent);
  ssa.startSealed(returned);
  returnValue(context, isAsync(context) ? awaitValue(context, sent) : sent);
  ssa.startSealed(next);
  return sent;
}

function isAsync(context: FunctionLowering): boolean {
  return context.suspension === 'async generator';
}

function suspend(context: FunctionLowering, value: Value): { mode: Value; sent: Value } {
  if (isAsync(context)) context.emit('js.callmethod', [control(context), value], { name: 'give', text: '' });
  context.effect('js.yield', [isAsync(context) ? context.constant('undefined') : value]);
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
  const it = isAsync(context)
    ? openAsync(context, iterable, node.expression!)
    : context.emit('js.callmethod', [iterable], { name: '@@iterator', text: messageText(node.expression!) });
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
  ssa.write(result, answerOf(context, context.emit('js.callmethod', [it, value], { name: 'next', text: 'iterator.next' })));
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
  if (isAsync(context)) awaitReturned(context, mode, sent);
  ssa.jump(head);
  ssa.seal(head);
  ssa.startSealed(exit);
  return context.emit('js.get', [answer], { name: 'value' });
}

/** What an async generator is told to return is awaited first; where that throws, the exception is thrown there. */
function awaitReturned(context: FunctionLowering, mode: Variable, sent: Variable): void {
  const { ssa } = context;
  const [returned, join] = [ssa.newBlock(), ssa.newBlock()];
  ssa.branch(isMode(context, ssa.read(mode), RETURN), returned, join);
  ssa.startSealed(returned);
  const frame = openTry(context);
  ssa.write(sent, awaitValue(context, ssa.read(sent)));
  ssa.jump(join);
  const thrown = enterHandler(context, frame);
  ssa.write(mode, context.number(THROW));
  ssa.write(sent, thrown);
  ssa.jump(join);
  setTry(context, frame.outer);
  ssa.startSealed(join);
}

/** Calls an optional method of the inner iterator; both continuations leave the block that they end in open or jump away. */
function forward(context: FunctionLowering, it: Value, name: string, value: Value | null, found: (answer: Value) => void, absent: () => void): void {
  const { ssa } = context;
  const method = context.emit('js.get', [it], { name, text: 'iterator' });
  const [none, some, after] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
  ssa.branch(context.emitBool('js.test', [method], { kind: 'nullish' }), none, some);
  ssa.startSealed(some);
  found(answerOf(context, context.emit('js.call', [method, it, ...(value ? [value] : [])], { text: `iterator.${name}` })));
  if (value) ssa.startUnreachable();
  ssa.jump(after);
  ssa.startSealed(none);
  absent();
  ssa.jump(after);
  ssa.startSealed(after);
}

/** What a method of the inner iterator gave. */
function answerOf(context: FunctionLowering, given: Value): Value {
  if (!isAsync(context)) return given;
  const answer = awaitValue(context, given);
  requireObject(context, answer, 'src/std/async-from-sync-iterator#throwNoResult');
  return answer;
}

/** A property of an iterator's answer, which must be an object. */
function requireResult(context: FunctionLowering, answer: Value, name: string): Value {
  return context.emit('js.get', [answer], { name, text: 'result' });
}
