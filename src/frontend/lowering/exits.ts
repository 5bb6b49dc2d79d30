/**
 * Jumps that leave statements: break, continue, return and throw, with what has to run on the way: `finally` blocks (their code
 * is duplicated for each jump, so that each stays a plain jump) and the closing of iterators that for-of has not finished.
 */
import type { Block, Value } from '../../ir/function.ts';
import type { Variable } from '../ssa-builder.ts';
import type { ts } from '../typescript.ts';
import type { FunctionLowering } from './context.ts';
import { finish } from './suspension.ts';

/**
 * An enclosing statement that a jump can target (null: not by this kind of jump; `unlabelled`: a break without a label means it),
 * or that has to be cleaned up after.
 */
export type Exit =
  | { kind: 'target'; labels: readonly string[]; breakTo: Block | null; continueTo: Block | null; unlabelled: boolean }
  | { kind: 'cleanup'; run: () => void; frame: TryFrame | null };

/** An active try: exceptional edges lead to `pad`; a throw of the same function jumps to `entry`, with the value in `thrown`. */
export interface TryFrame {
  pad: Block;
  entry: Block;
  thrown: Variable;
  outer: TryFrame | null;
}

export function openTry(context: FunctionLowering): TryFrame {
  const { ssa } = context;
  const frame: TryFrame = { pad: ssa.newHandler(), entry: ssa.newBlock(), thrown: context.temporary('thrown'), outer: context.tryFrame };
  setTry(context, frame);
  return frame;
}

export function setTry(context: FunctionLowering, frame: TryFrame | null): void {
  context.tryFrame = frame;
  context.ssa.handler = frame?.pad ?? null;
}

/** Ends the protected region and enters its handler; gives the thrown value. */
export function enterHandler(context: FunctionLowering, frame: TryFrame): Value {
  const { ssa } = context;
  setTry(context, frame.outer);
  ssa.startSealed(frame.pad);
  ssa.write(frame.thrown, frame.pad.params[0]!);
  ssa.jump(frame.entry);
  ssa.startSealed(frame.entry);
  return ssa.read(frame.thrown);
}

export function throwValue(context: FunctionLowering, value: Value): void {
  const { ssa, tryFrame } = context;
  if (!tryFrame) return ssa.throw(value);
  ssa.write(tryFrame.thrown, value);
  ssa.jump(tryFrame.entry);
  ssa.startUnreachable();
}

/** Runs the clean-ups between here and `depth` exits from the outside, each as the code around its statement would run it. */
function leave(context: FunctionLowering, depth: number): void {
  const { exits } = context;
  const [saved, frame] = [exits.slice(), context.tryFrame];
  while (exits.length > depth) {
    const exit = exits.pop()!;
    if (exit.kind !== 'cleanup') continue;
    setTry(context, exit.frame);
    exit.run();
  }
  exits.splice(0, exits.length, ...saved);
  setTry(context, frame);
}

export function jumpTo(context: FunctionLowering, node: ts.BreakOrContinueStatement, isContinue: boolean): void {
  const { exits, ssa } = context;
  for (let i = exits.length - 1; i >= 0; i--) {
    const exit = exits[i]!;
    if (exit.kind !== 'target') continue;
    const target = isContinue ? exit.continueTo : exit.breakTo;
    if (!target || (node.label ? !exit.labels.includes(node.label.text) : !isContinue && !exit.unlabelled)) continue;
    leave(context, i + 1);
    ssa.jump(target);
    return ssa.startUnreachable();
  }
  context.fail(node, 'A jump out of nowhere');
}

export function returnValue(context: FunctionLowering, value: Value): void {
  leave(context, 0);
  finish(context, value);
}

/** Throws a new error of a built-in class, as the language itself does. Code goes on in an unreachable block. */
export function throwError(context: FunctionLowering, className: string, message: string): void {
  const made = context.emit('js.new', [context.emit('js.builtin', [], { name: className }), context.string(message)], { text: className });
  throwValue(context, made);
}
