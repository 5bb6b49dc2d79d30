/**
 * SSA construction while lowering, after Braun, Buchwald, Hack, Leißa, Mallon, Zwinkau: "Simple and Efficient Construction of
 * Static Single Assignment Form" (CC 2013), with block parameters in place of phi functions.
 *
 * A variable is written and read per block. A block is *sealed* when all its predecessors are known; a read in an unsealed
 * block adds a parameter whose arguments are supplied when it is sealed. `finish` removes unreachable blocks, then parameters
 * that have one possible value, and numbers the blocks in reverse postorder.
 *
 * Exceptional edges: while `handler` is set, an instruction that may throw ends its block with `except`. Its result, and all
 * that is written afterwards, belongs to the normal successor, so that the handler sees the variables as they were before it.
 *
 *     x = 1                b0: %1 = const 1
 *     try { x = f() }          %2 = call f          -> b1(), handler b2(%1)
 *     catch { use(x) }     b1: jump b3(%2)
 *                          b2(%e, %x): …            (the landing pad: %x is 1)
 */
import { Builder } from '../ir/builder.ts';
import {
  type Attrs, type Block, type Edge, type Func, type Instr, NO_ATTRS, type Position, reversePostorder, type Value,
} from '../ir/function.ts';
import { mayThrow } from '../ir/ops.ts';
import type { Rep } from '../ir/rep.ts';

/** A local variable of the source, or a temporary that several blocks assign. Identity is the key. */
export interface Variable {
  readonly name: string;
  readonly rep: Rep;
}

export class SsaBuilder {
  readonly func: Func;
  /** Landing pad of the innermost `try`, or null: exceptions leave the function. */
  handler: Block | null = null;
  private readonly builder: Builder;
  private readonly definitions = new Map<Variable, Map<Block, Value>>();
  private readonly predecessors = new Map<Block, Predecessor[]>();
  private readonly unsealed = new Map<Block, Map<Variable, Value>>();
  private readonly undefinedOf: (rep: Rep) => Instr[];

  /** `undefinedOf` makes the instructions whose last result stands for a variable that nothing assigned. */
  constructor(func: Func, undefinedOf: (func: Func, rep: Rep) => Instr[]) {
    this.func = func;
    this.undefinedOf = (rep) => undefinedOf(func, rep);
    const entry = func.newBlock();
    this.predecessors.set(entry, []);
    this.builder = new Builder(func, entry);
  }

  get block(): Block {
    return this.builder.block;
  }

  get position(): Position {
    return this.builder.position;
  }

  set position(position: Position) {
    this.builder.position = position;
  }

  /** A block whose predecessors are not all known: to be sealed. */
  newBlock(): Block {
    const block = this.func.newBlock();
    this.predecessors.set(block, []);
    this.unsealed.set(block, new Map());
    return block;
  }

  /** A landing pad: entered by exceptional edges only; its first parameter is the exception. To be sealed. */
  newHandler(): Block {
    const block = this.newBlock();
    block.handler = true;
    block.params.push(this.func.newValue('value'));
    return block;
  }

  isReachable(block: Block = this.block): boolean {
    return block === this.func.entry || this.predecessors.get(block)!.length > 0;
  }

  /** Makes `block` the one that is appended to. */
  enter(block: Block): void {
    this.builder.block = block;
  }

  seal(block: Block): void {
    const incomplete = this.unsealed.get(block);
    if (!incomplete) return;
    this.unsealed.delete(block);
    for (const [variable, param] of incomplete) this.supply(block, variable, param);
  }

  /** Seals and enters. */
  startSealed(block: Block): void {
    this.seal(block);
    this.enter(block);
  }

  write(variable: Variable, value: Value, block: Block = this.block): void {
    let perBlock = this.definitions.get(variable);
    if (!perBlock) this.definitions.set(variable, (perBlock = new Map()));
    perBlock.set(block, value);
  }

  read(variable: Variable, block: Block = this.block): Value {
    const path = new Set<Block>();
    let at = block;
    let value: Value | undefined;
    for (;;) {
      value = this.definitions.get(variable)?.get(at);
      if (value) break;
      const preds = this.predecessors.get(at)!;
      if (this.unsealed.has(at) || preds.length !== 1) value = this.valueAtStart(variable, at);
      else if (path.has(at)) value = this.undefinedIn(at, variable.rep); // A loop that nothing reaches.
      path.add(at);
      if (value) break;
      at = preds[0]!.from;
    }
    for (const passed of path) this.write(variable, value, passed);
    return value;
  }

  private valueAtStart(variable: Variable, block: Block): Value {
    if (!this.unsealed.has(block) && this.predecessors.get(block)!.length === 0) return this.undefinedIn(block, variable.rep);
    const param = this.func.newValue(variable.rep);
    block.params.push(param);
    this.write(variable, param, block);
    const incomplete = this.unsealed.get(block);
    if (incomplete) incomplete.set(variable, param);
    else this.supply(block, variable, param);
    return param;
  }

  /** Passes the variable's value at the end of each predecessor. Nested reads may add parameters, so places are fixed by index. */
  private supply(block: Block, variable: Variable, param: Value): void {
    const index = block.params.indexOf(param) - (block.handler ? 1 : 0);
    for (const { from, edge } of this.predecessors.get(block)!) edge.args[index] = this.read(variable, from);
  }

  private undefinedIn(block: Block, rep: Rep): Value {
    const instrs = this.undefinedOf(rep);
    block.instrs.unshift(...instrs);
    return instrs[instrs.length - 1]!.result!;
  }

  emit(op: string, rep: Rep, args: Value[] = [], attrs: Attrs = NO_ATTRS): Value {
    const result = this.builder.emit(op, rep, args, attrs);
    this.splitIfThrowing();
    return result;
  }

  effect(op: string, args: Value[] = [], attrs: Attrs = NO_ATTRS): void {
    this.builder.effect(op, args, attrs);
    this.splitIfThrowing();
  }

  private splitIfThrowing(): void {
    const { handler, block } = this;
    if (!handler || !mayThrow(block.instrs[block.instrs.length - 1]!)) return;
    const normal = this.newBlock();
    this.builder.except(normal, [], handler, []);
    this.connect(block);
    this.startSealed(normal);
  }

  jump(target: Block): void {
    this.builder.jump(target);
    this.connect(this.block);
  }

  branch(cond: Value, then: Block, otherwise: Block): void {
    this.builder.branch(cond, then, otherwise);
    this.connect(this.block);
  }

  /** Targets of the cases, then the default's. */
  switch(scrutinee: Value, cases: bigint[], targets: Block[]): void {
    this.builder.switch(scrutinee, cases, targets.map((block) => ({ block, args: [] })));
    this.connect(this.block);
  }

  return(value?: Value): void {
    this.builder.return(value);
    this.startUnreachable();
  }

  throw(value: Value): void {
    this.builder.throw(value);
    this.startUnreachable();
  }

  unreachable(): void {
    this.builder.unreachable();
    this.startUnreachable();
  }

  /** What follows a return, throw, break or continue goes to a block that `finish` removes. */
  startUnreachable(): void {
    this.startSealed(this.newBlock());
  }

  /** Edges out of code that nothing reaches don't count, so that `isReachable` is right about what follows. */
  private connect(from: Block): void {
    if (!this.unsealed.has(from) && !this.isReachable(from)) return;
    for (const edge of from.term.edges) {
      if (!this.unsealed.has(edge.block)) throw new Error(`b${edge.block.id} gets a predecessor after it was sealed`);
      this.predecessors.get(edge.block)!.push({ from, edge });
    }
  }

  /** Completes the function. All blocks must be sealed. */
  finish(): Func {
    if (this.unsealed.size > 0) throw new Error(`${this.func.symbol}: blocks were not sealed`);
    const { func } = this;
    func.blocks = reversePostorder(func);
    const values = removeTrivialParams(func);
    for (const block of func.blocks) {
      for (const instr of block.instrs) instr.args = instr.args.map(values);
      block.term.args = block.term.args.map(values);
      for (const edge of block.term.edges) edge.args = edge.args.map(values);
    }
    func.blocks.forEach((block, i) => (block.id = i));
    return func;
  }
}

interface Predecessor {
  from: Block;
  edge: Edge;
}

/**
 * Removes every block parameter whose arguments are all one value or the parameter itself; gives the function that maps a
 * removed parameter to what replaces it.
 */
function removeTrivialParams(func: Func): (value: Value) => Value {
  const replacements = new Map<Value, Value>();
  const resolve = (value: Value): Value => {
    let at = value;
    for (let next = replacements.get(at); next; next = replacements.get(at)) at = next;
    return at;
  };
  const edges = new Map<Block, Edge[]>(func.blocks.map((block) => [block, []]));
  for (const block of func.blocks) for (const edge of block.term.edges) edges.get(edge.block)!.push(edge);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [block, incoming] of edges) {
      const fixed = block.handler ? 1 : 0;
      for (let i = block.params.length - 1; i >= fixed; i--) {
        const only = onlyArgument(block.params[i]!, incoming, i - fixed, resolve);
        if (!only) continue;
        replacements.set(block.params[i]!, only);
        block.params.splice(i, 1);
        for (const edge of incoming) edge.args.splice(i - fixed, 1);
        changed = true;
      }
    }
  }
  return resolve;
}

function onlyArgument(param: Value, incoming: Edge[], index: number, resolve: (value: Value) => Value): Value | null {
  let only: Value | null = null;
  for (const edge of incoming) {
    const arg = resolve(edge.args[index]!);
    if (arg === param || arg === only) continue;
    if (only) return null;
    only = arg;
  }
  return only;
}
