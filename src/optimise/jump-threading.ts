import { type Dominators, dominators } from '../ir/dominators.ts';
import { type Block, type Edge, type Func, type Instr, predecessors, type Value } from '../ir/function.ts';
import { naturalLoops } from '../ir/loops.ts';
import { effectOf } from '../ir/ops.ts';
import type { Pass } from '../ir/pass.ts';
import { foldInstr } from './fold.ts';

/**
 * Where a block only tests what an edge passes to it, and the answer is known for that edge, the edge goes straight to the side that the
 * test would choose (Mueller, Whalley, "Avoiding conditional branches by code replication", PLDI 1995, without replication):
 *
 *     b2: jump -> b4(undefined)     b3: jump -> b4(%x)     b4(%p): branch (value.is %p undefined) -> b5(), b6()
 *
 * gives b2: jump -> b5(), after which b4 belongs to b3 alone. Values of the test's block that the chosen side uses become its parameters.
 * Loop heads are left alone, and so are entries of loops, so that loops keep one head and one entry.
 *
 * Requires: fold's constants. Preserves: reducible control flow. simplify-cfg follows.
 */
export const jumpThreading: Pass = { name: 'jump-threading', level: 1, after: { fold: 'what is known of an argument is a constant' }, run };

/** A test of more instructions would cost more to look through than it is likely to save. */
const MAX_INSTRUCTIONS = 8;

function run(func: Func): boolean {
  let changed = false;
  let graph: Graph | null = null;
  for (const block of func.blocks) {
    if (block === func.entry || !isTest(block)) continue;
    graph ??= analyse(func);
    if (!threadEdges(func, graph, block)) continue;
    graph = null;
    changed = true;
  }
  return changed;
}

interface Graph {
  readonly doms: Dominators;
  readonly incoming: Map<Block, { from: Block; edge: Edge }[]>;
  /** By head. */
  readonly loops: Map<Block, ReadonlySet<Block>>;
  readonly definitions: Map<Value, Instr>;
}

function analyse(func: Func): Graph {
  const doms = dominators(func);
  const definitions = new Map<Value, Instr>();
  for (const block of func.blocks) for (const instr of block.instrs) if (instr.result) definitions.set(instr.result, instr);
  return { doms, incoming: predecessors(func), loops: new Map(naturalLoops(func, doms).map(({ head, body }) => [head, body])), definitions };
}

function isTest({ handler, params, instrs, term }: Block): boolean {
  return !handler && params.length > 0 && term.op === 'branch' && term.edges[0]!.block !== term.edges[1]!.block
    && instrs.length <= MAX_INSTRUCTIONS && instrs.every((instr) => effectOf(instr) === 'pure');
}

/** Threads the edges into a test whose answers are known. */
function threadEdges(func: Func, graph: Graph, test: Block): boolean {
  const incoming = graph.incoming.get(test)!;
  if (graph.loops.has(test) || incoming.length < 2) return false;
  const chosen: { from: Block; edge: Edge; side: Edge; passed: Passed }[] = [];
  for (const { from, edge } of incoming) {
    if (from.term.op === 'except') continue;
    const passed = new Passed(graph.definitions, test, edge);
    const answer = passed.answer();
    if (answer === null) continue;
    const side = test.term.edges[answer ? 0 : 1]!;
    const body = graph.loops.get(side.block);
    if (side.block === test || side.block.handler || (body && !body.has(from))) continue;
    chosen.push({ from, edge, side, passed });
  }
  let changed = false;
  for (const side of test.term.edges) {
    const edges = chosen.filter((each) => each.side === side);
    if (edges.length === 0 || !exportValues(func, graph, test, side)) continue;
    const args = edges.map(({ passed }) => side.args.map((arg) => passed.valueOf(arg)));
    edges.forEach(({ from, edge }, i) => {
      if (args[i]!.some((arg) => arg === null)) return;
      edge.block = side.block;
      edge.args = args[i]!.map((arg) => ('id' in arg! ? arg : constantAt(func, from, arg!)));
      changed = true;
    });
  }
  return changed;
}

/** Values are made where the edge leaves. */
function constantAt(func: Func, from: Block, { op, attrs, result }: Instr): Value {
  const value = func.newValue(result!.rep);
  from.instrs.push({ op, args: [], attrs, result: value, position: from.term.position });
  return value;
}

/** What the test's block computes when it is entered by one edge. */
class Passed {
  private readonly definitions: ReadonlyMap<Value, Instr>;
  private readonly test: Block;
  /** Values of the test's block: other values, or constants. */
  private readonly known = new Map<Value, Value | Instr>();
  private readonly own: ReadonlySet<Value>;

  constructor(definitions: ReadonlyMap<Value, Instr>, test: Block, edge: Edge) {
    this.definitions = definitions;
    this.test = test;
    this.own = new Set([...test.params, ...test.instrs.map(({ result }) => result!)]);
    test.params.forEach((param, i) => this.known.set(param, edge.args[i]!));
    for (const instr of test.instrs) this.evaluate(instr);
  }

  private evaluate(instr: Instr): void {
    const args = instr.args.map((arg) => this.resolve(arg));
    const copy: Instr = { ...instr, args: args.map((arg, i) => (arg && 'id' in arg ? arg : instr.args[i]!)) };
    const folded = foldInstr(copy, (value) => this.definitionOf(value));
    if (folded && 'id' in folded) this.known.set(instr.result!, this.resolve(folded) ?? folded);
    else if (folded && folded.args.length === 0) this.known.set(instr.result!, { ...instr, op: folded.op, args: [], attrs: folded.attrs });
    else if (instr.args.length === 0) this.known.set(instr.result!, instr);
  }

  private resolve(value: Value): Value | Instr | null {
    return this.own.has(value) ? (this.known.get(value) ?? null) : value;
  }

  private definitionOf(value: Value): Instr | undefined {
    const known = this.known.get(value);
    if (known) return 'id' in known ? this.definitions.get(known) : known;
    return this.own.has(value) ? undefined : this.definitions.get(value);
  }

  /** What the branch does, or null. */
  answer(): boolean | null {
    const condition = this.definitionOf(this.test.term.args[0]!);
    return condition?.op === 'bool.const' ? condition.attrs.value === true : null;
  }

  /** The value that something used on the far side is; a constant instruction; or null: it is not known here. */
  valueOf(value: Value): Value | Instr | null {
    return this.resolve(value);
  }
}

/**
 * Makes values of the test's block that the chosen side uses parameters of it, so that it can be entered from elsewhere. False where a use
 * is beyond both sides.
 */
function exportValues(func: Func, graph: Graph, test: Block, side: Edge): boolean {
  const other = test.term.edges.find((edge) => edge !== side)!;
  const isOnly = (block: Block): boolean => graph.incoming.get(block)!.length === 1;
  const own = new Set([...test.params, ...test.instrs.map(({ result }) => result!)]);
  const used = new Set<Value>();
  const region = isOnly(side.block) ? func.blocks.filter((block) => graph.doms.dominates(side.block, block)) : [];
  const inRegion = new Set(region);
  for (const block of func.blocks) {
    if (block === test) continue;
    const uses = [...block.instrs.flatMap(({ args }) => args), ...block.term.args, ...block.term.edges.flatMap(({ args }) => args)].filter((value) => own.has(value));
    if (uses.length === 0) continue;
    if (inRegion.has(block)) uses.forEach((value) => used.add(value));
    else if (!isOnly(other.block) || !graph.doms.dominates(other.block, block)) return false;
  }
  if (used.size === 0) return true;
  const params = new Map<Value, Value>();
  for (const value of used) {
    const param = func.newValue(value.rep);
    params.set(value, param);
    side.block.params.push(param);
    side.args.push(value);
  }
  const swap = (values: Value[]): void => {
    values.forEach((value, i) => (values[i] = params.get(value) ?? value));
  };
  for (const block of region) {
    for (const instr of block.instrs) swap(instr.args);
    swap(block.term.args);
    for (const edge of block.term.edges) swap(edge.args);
  }
  return true;
}
