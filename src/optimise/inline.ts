import { dominators } from '../ir/dominators.ts';
import { type Block, type Edge, type Func, type Instr, type Position, type Value } from '../ir/function.ts';
import { naturalLoops } from '../ir/loops.ts';

/**
 * Inlining of direct calls to small functions, bottom-up over the call graph, so that a callee is in its final form when it is copied.
 * Positions inside keep the chain of call sites, for traces.
 *
 * A call of what never returns is rare, and so stays a call. A call with a handler stays a call unless the callee cannot throw: its own throwing sites would each need the handler's edge.
 */

/** Instructions of a callee up to which each call is replaced. */
const SMALL = 14;
/** The same for a function that calls nothing, from inside a loop: there the call itself costs most. */
const SMALL_LEAF_IN_LOOP = 40;
/** Up to which a function called from one place only is moved there. */
const SINGLE = 120;
/** A caller grows no further than this. */
const CALLER_MAX = 1500;

/** The functions that calls can be replaced by. */
interface Candidates {
  find(symbol: string): Func | undefined;
  isCalledOnce(symbol: string): boolean;
}

/** Inlines calls in all functions, of each other and of finished ones, by symbol; `level` 2 is more generous. */
export function inlineCalls(functions: readonly Func[], library: ReadonlyMap<string, Func>, level: number): void {
  const bySymbol = new Map(functions.map((func) => [func.symbol, func]));
  const callCounts = new Map<string, number>();
  for (const func of functions) for (const target of targets(func)) callCounts.set(target, (callCounts.get(target) ?? 0) + 1);
  const candidates: Candidates = {
    find: (symbol) => bySymbol.get(symbol) ?? library.get(symbol),
    // A library function may be called from elsewhere too: it never counts as called once.
    isCalledOnce: (symbol) => callCounts.get(symbol) === 1 && bySymbol.has(symbol),
  };
  for (const func of bottomUp(functions, bySymbol)) {
    for (let rounds = 0; rounds < 4; rounds++) {
      const done = inlineInto(func, candidates, level);
      if (!done) break;
    }
  }
}

function targets(func: Func): string[] {
  return func.blocks.flatMap((block) => block.instrs.filter(({ op }) => op === 'call').map(({ attrs }) => attrs.target as string));
}

function bottomUp(functions: readonly Func[], bySymbol: ReadonlyMap<string, Func>): Func[] {
  const order: Func[] = [];
  const seen = new Set<Func>();
  for (const root of functions) {
    if (seen.has(root)) continue;
    seen.add(root);
    const stack = [{ func: root, callees: targets(root), next: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const symbol = top.callees[top.next++];
      if (symbol === undefined) {
        order.push(top.func);
        stack.pop();
        continue;
      }
      const callee = bySymbol.get(symbol);
      if (!callee || seen.has(callee)) continue;
      seen.add(callee);
      stack.push({ func: callee, callees: targets(callee), next: 0 });
    }
  }
  return order;
}

export function sizeOf(func: Func): number {
  return func.blocks.reduce((sum, block) => sum + block.instrs.length + 1, 0);
}

function mayInline(callee: Func, caller: Func, calledOnce: boolean, level: number, inLoop: boolean): boolean {
  if (callee === caller || callee.attrs.symbol !== undefined || callee.attrs.noinline) return false;
  const size = sizeOf(callee);
  const isLeaf = inLoop && targets(callee).length === 0;
  const limit = isLeaf ? SMALL_LEAF_IN_LOOP : level >= 2 ? SMALL * 2 : SMALL;
  if (size > (calledOnce ? SINGLE : limit)) return false;
  if (targets(callee).includes(callee.symbol)) return false;
  if (!callee.blocks.some(({ term }) => term.op === 'return')) return false;
  // A frame of its own is what a stack buffer, a return address or a handler stands for.
  return !callee.blocks.some((block) => block.handler || block.instrs.some(({ op }) => op.startsWith('stack.') || op.startsWith('x86.')));
}

function inlineInto(caller: Func, candidates: Candidates, level: number): boolean {
  let changed = false;
  let size = sizeOf(caller);
  const inLoop = new Set(naturalLoops(caller, dominators(caller)).flatMap(({ body }) => [...body]));
  for (let i = 0; i < caller.blocks.length; i++) {
    const block = caller.blocks[i]!;
    for (let j = 0; j < block.instrs.length; j++) {
      const call = block.instrs[j]!;
      if (call.op !== 'call') continue;
      const callee = candidates.find(call.attrs.target as string);
      if (!callee || !mayInline(callee, caller, candidates.isCalledOnce(callee.symbol), level, inLoop.has(block))) continue;
      const handled = block.term.op === 'except' && j === block.instrs.length - 1;
      if (handled && canThrow(callee)) continue;
      if (size + sizeOf(callee) > CALLER_MAX) continue;
      size += sizeOf(callee);
      splice(caller, block, j, callee);
      changed = true;
      break; // the rest of the block is a block of its own now
    }
  }
  return changed;
}

function canThrow(func: Func): boolean {
  return func.blocks.some((block) => block.term.op === 'throw' || block.instrs.some(({ op, attrs }) => op.startsWith('call') && !attrs.nothrow));
}

/** Replaces the call at an index of a block by the callee's body. */
function splice(caller: Func, block: Block, index: number, callee: Func): void {
  const call = block.instrs[index]!;
  const values = new Map<Value, Value>(callee.params.map((param, i) => [param, call.args[i]!]));
  const after = caller.newBlock();
  if (call.result) after.params.push(call.result);
  after.instrs = block.instrs.slice(index + 1);
  after.term = block.term.op === 'except' && index === block.instrs.length - 1 ? { ...block.term, op: 'jump', edges: [block.term.edges[0]!] } : block.term;
  const blocks = new Map<Block, Block>();
  for (const from of callee.blocks) {
    const to = caller.newBlock();
    to.handler = from.handler;
    to.params = from.params.map((param) => copyValue(param));
    blocks.set(from, to);
  }
  for (const from of callee.blocks) for (const { result } of from.instrs) if (result) copyValue(result);
  for (const [from, to] of blocks) {
    to.instrs = from.instrs.map((instr): Instr => ({
      ...instr, args: instr.args.map(use), result: instr.result ? use(instr.result) : null, position: inside(instr.position),
    }));
    const { term } = from;
    const position = inside(term.position);
    if (term.op === 'return') to.term = { op: 'jump', args: [], edges: [{ block: after, args: call.result ? [use(term.args[0]!)] : [] }], cases: [], position };
    else to.term = { ...term, args: term.args.map(use), edges: term.edges.map((edge): Edge => ({ block: blocks.get(edge.block)!, args: edge.args.map(use) })), position };
  }
  block.instrs = block.instrs.slice(0, index);
  block.term = { op: 'jump', args: [], edges: [{ block: blocks.get(callee.entry)!, args: [] }], cases: [], position: call.position };

  function copyValue(value: Value): Value {
    const copy = caller.newValue(value.rep);
    values.set(value, copy);
    return copy;
  }
  function use(value: Value): Value {
    return values.get(value)!;
  }
  function inside(position: Position): Position {
    return nest(position, callee, call.position);
  }
}

/** The position of an instruction of `callee`, seen from a call at `callSite`. */
function nest(position: Position, callee: Func, callSite: Position): Position {
  const { scope } = position;
  return {
    line: position.line, column: position.column,
    scope: scope
      ? { ...scope, callSite: nest(scope.callSite, callee, callSite) }
      : { functionName: callee.displayName, file: callee.file, callSite },
  };
}
