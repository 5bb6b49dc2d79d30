import type { Rep } from './rep.ts';

/** An SSA value: defined once, by an instruction, a block parameter or a function parameter. */
export interface Value {
  readonly id: number;
  rep: Rep;
}

/** A call site that was inlined away: positions inside it carry the chain for traces. */
export interface InlineScope {
  readonly functionName: string;
  readonly file: string;
  readonly callSite: Position;
}

/** One-based line and column in the function's own file, or in the inlined function's (`scope`). Line 0: unknown. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly scope: InlineScope | null;
}

export const NO_POSITION: Position = { line: 0, column: 0, scope: null };

export type AttrValue = string | number | bigint | boolean | readonly AttrValue[];
export type Attrs = Readonly<Record<string, AttrValue>>;
export const NO_ATTRS: Attrs = {};

export interface Instr {
  op: string;
  args: Value[];
  attrs: Attrs;
  result: Value | null;
  position: Position;
}

/** A control-flow edge; `args` are bound to the target's parameters (for a handler: to those after the exception). */
export interface Edge {
  block: Block;
  args: Value[];
}

/**
 * How a block ends.
 *   jump         edges [target]
 *   branch       args [bool], edges [then, else]
 *   switch       args [i32 or i64], edges [case 0 … case n-1, default], `cases` holds the n integers
 *   return       args [] or [result]
 *   throw        args [value]; leaves the function (a throw to a handler in the same function is a jump)
 *   except       the last instruction may throw: edges [normal, handler]; the handler's first parameter is the exception
 *   unreachable
 */
export interface Terminator {
  op: 'jump' | 'branch' | 'switch' | 'return' | 'throw' | 'except' | 'unreachable';
  args: Value[];
  edges: Edge[];
  cases: bigint[];
  position: Position;
}

/** A basic block with parameters in place of phi functions. `handler` blocks are entered by the unwinder only. */
export interface Block {
  id: number;
  handler: boolean;
  params: Value[];
  instrs: Instr[];
  term: Terminator;
}

export type Level = 'js' | 'typed';

/**
 * A function in SSA form. `blocks[0]` is the entry; it has no parameters and no predecessors.
 * JS-level functions take (callee closure, this, new.target, formals…), all of representation `value`.
 */
export class Func {
  readonly symbol: string;
  /** The name that traces show. */
  displayName: string;
  file: string;
  level: Level;
  params: Value[] = [];
  result: Rep | null;
  blocks: Block[] = [];
  /** Free-form facts: noalloc, symbol, captures, length (of a JS function), kind (arrow, method, constructor) … */
  attrs: Record<string, AttrValue> = {};
  position: Position = NO_POSITION;
  private nextValue = 0;
  private nextBlock = 0;

  constructor(symbol: string, level: Level, result: Rep | null, file = '', displayName = symbol) {
    this.symbol = symbol;
    this.level = level;
    this.result = result;
    this.file = file;
    this.displayName = displayName;
  }

  newValue(rep: Rep, id = this.nextValue): Value {
    this.nextValue = Math.max(this.nextValue, id + 1);
    return { id, rep };
  }

  addParam(rep: Rep): Value {
    const value = this.newValue(rep);
    this.params.push(value);
    return value;
  }

  newBlock(paramReps: readonly Rep[] = [], id = this.nextBlock): Block {
    this.nextBlock = Math.max(this.nextBlock, id + 1);
    const block: Block = {
      id,
      handler: false,
      params: paramReps.map((rep) => this.newValue(rep)),
      instrs: [],
      term: { op: 'unreachable', args: [], edges: [], cases: [], position: NO_POSITION },
    };
    this.blocks.push(block);
    return block;
  }

  get entry(): Block {
    const entry = this.blocks[0];
    if (!entry) throw new Error(`${this.symbol} has no blocks`);
    return entry;
  }

  /** An upper bound of value ids, for tables indexed by id. */
  get valueBound(): number {
    return this.nextValue;
  }

  get blockBound(): number {
    return this.nextBlock;
  }
}

/** The blocks that a block can go to, in edge order. */
export function successors(block: Block): Block[] {
  return block.term.edges.map((edge) => edge.block);
}

/** Predecessor edges of every block, by block id. */
export function predecessors(func: Func): Map<Block, { from: Block; edge: Edge }[]> {
  const preds = new Map<Block, { from: Block; edge: Edge }[]>(func.blocks.map((block) => [block, []]));
  for (const from of func.blocks) for (const edge of from.term.edges) preds.get(edge.block)!.push({ from, edge });
  return preds;
}

/** The parameters of an edge's target that its arguments are bound to. */
export function boundParams(edge: Edge): Value[] {
  return edge.block.handler ? edge.block.params.slice(1) : edge.block.params;
}

/** Blocks reachable from the entry in reverse postorder. */
export function reversePostorder(func: Func): Block[] {
  const seen = new Set<Block>([func.entry]);
  const order: Block[] = [];
  const stack: { block: Block; next: number }[] = [{ block: func.entry, next: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const edge = top.block.term.edges[top.next++];
    if (!edge) {
      order.push(top.block);
      stack.pop();
    } else if (!seen.has(edge.block)) {
      seen.add(edge.block);
      stack.push({ block: edge.block, next: 0 });
    }
  }
  return order.reverse();
}
