import { dominators } from '../ir/dominators.ts';
import { type Block, type Func, type Instr, predecessors, type Value } from '../ir/function.ts';
import { constantBits } from '../ir/ops.ts';
import type { Pass } from '../ir/pass.ts';

/**
 * Removes index checks that a dominating comparison decides (after Bodik, Gupta, Sarkar, "ABCD", PLDI 2000, restricted to one
 * inequality): `index <u length` is true below the true edge of `index < length`, where the index is not negative; and any comparison
 * is decided below a branch on itself.
 *
 * An index is not negative when it is a constant, a zero-extension, or a loop variable that starts so and only grows. A comparison of the
 * same 32 bits counts where those are not negative themselves: only then do sign- and zero-extension agree. Sums count where the flow
 * analysis proved that they do not wrap (src/flow/range.ts).
 */
export const boundsChecks: Pass = { name: 'bounds-checks', level: 1, after: { 'value-numbering': 'equal lengths are one value' }, run };

interface Fact {
  readonly op: string;
  readonly a: Value;
  readonly b: Value;
}

function run(func: Func): boolean {
  const definitions = new Map<Value, Instr>();
  for (const block of func.blocks) for (const instr of block.instrs) if (instr.result) definitions.set(instr.result, instr);
  const preds = predecessors(func);
  const params = new Map<Value, { block: Block; index: number }>();
  for (const block of func.blocks) block.params.forEach((param, index) => params.set(param, { block, index }));
  const doms = dominators(func);
  const facts: Fact[] = [];
  let changed = false;
  const notNegative = new Map<Value, boolean>();

  /** Assumed of the values of a cycle while it is looked at; if one fails, nothing was learnt about the others. */
  const isNotNegative = (value: Value): boolean => {
    const known = notNegative.get(value);
    if (known !== undefined) return known;
    const assumed = new Set<Value>();
    const result = holdsFor(value, assumed);
    if (result) for (const each of assumed) notNegative.set(each, true);
    else notNegative.set(value, false);
    return result;
  };
  const holdsFor = (value: Value, assumed: Set<Value>): boolean => {
    const known = notNegative.get(value);
    if (known !== undefined) return known;
    if (assumed.has(value)) return true;
    assumed.add(value);
    return startsNotNegative(value, (each) => holdsFor(each, assumed));
  };
  const startsNotNegative = (value: Value, holds: (value: Value) => boolean): boolean => {
    const def = definitions.get(value);
    if (def) {
      if (def.op === 'i64.const' || def.op === 'i32.const') return BigInt.asIntN(def.op === 'i64.const' ? 64 : 32, constantBits(def)) >= 0n;
      if (def.op === 'i32.zext64' || def.op === 'load.u8' || def.op === 'load.u16') return true;
      if (def.op === 'i32.sext64') return holds(def.args[0]!);
      if (def.op === 'i64.wrap32') return def.attrs.exact === true && holds(def.args[0]!);
      if (def.op === 'i64.add' || def.op === 'i32.add') return def.attrs.nowrap === true && def.args.every(holds);
      if (def.op === 'i64.and' || def.op === 'i32.and') return def.args.some(holds);
      return false;
    }
    const param = params.get(value);
    if (!param || param.block.handler) return false;
    return preds.get(param.block)!.every(({ edge }) => holds(edge.args[param.index]!));
  };
  /** The operand behind a widening, so that comparisons of i32 and i64 meet. */
  const narrow = (value: Value): Value => {
    const def = definitions.get(value);
    return def && (def.op === 'i32.sext64' || def.op === 'i32.zext64') ? def.args[0]! : value;
  };
  const decide = (instr: Instr): boolean | null => {
    const [a, b] = instr.args as [Value, Value];
    for (const fact of facts) {
      if (fact.a === a && fact.b === b && fact.op === instr.op) return true;
      if (instr.op !== 'i64.lt_u' || !/\.lt_[su]$/.test(fact.op) || narrow(fact.b) !== narrow(b)) continue;
      if (fact.a === a ? isNotNegative(a) : narrow(fact.a) === narrow(a) && isNotNegative(narrow(a))) return true;
    }
    return null;
  };
  const learn = (block: Block): number => {
    const incoming = preds.get(block)!;
    if (incoming.length !== 1) return 0;
    const { from, edge } = incoming[0]!;
    if (from.term.op !== 'branch' || from.term.edges[0]!.block === from.term.edges[1]!.block) return 0;
    const compare = definitions.get(from.term.args[0]!);
    if (!compare || compare.args.length !== 2 || !compare.op.startsWith('i')) return 0;
    const op = from.term.edges[0] === edge ? compare.op : OPPOSITE[compare.op];
    if (!op) return 0;
    const [a, b] = compare.args as [Value, Value];
    facts.push({ op, a, b });
    const swapped = SWAPPED[op];
    if (!swapped) return 1;
    facts.push({ op: swapped, a: b, b: a });
    return 2;
  };
  const stack: { block: Block; next: number; learnt: number }[] = [];
  const enter = (block: Block): void => {
    const learnt = learn(block);
    for (const instr of block.instrs) {
      if (!instr.result || instr.result.rep !== 'bool' || instr.args.length !== 2) continue;
      const decided = decide(instr);
      if (decided === null) continue;
      instr.op = 'bool.const';
      instr.args = [];
      instr.attrs = { value: decided };
      changed = true;
    }
    stack.push({ block, next: 0, learnt });
  };
  enter(func.entry);
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const child = doms.children(top.block)[top.next++];
    if (child) enter(child);
    else {
      facts.length -= top.learnt;
      stack.pop();
    }
  }
  return changed;
}

const OPPOSITE: Record<string, string> = Object.fromEntries(['i32', 'i64'].flatMap((rep) => [
  [`${rep}.lt_s`, `${rep}.ge_s`], [`${rep}.ge_s`, `${rep}.lt_s`], [`${rep}.gt_s`, `${rep}.le_s`], [`${rep}.le_s`, `${rep}.gt_s`],
  [`${rep}.lt_u`, `${rep}.ge_u`], [`${rep}.ge_u`, `${rep}.lt_u`], [`${rep}.eq`, `${rep}.ne`], [`${rep}.ne`, `${rep}.eq`],
]));
const SWAPPED: Record<string, string> = Object.fromEntries(['i32', 'i64'].flatMap((rep) => [
  [`${rep}.gt_s`, `${rep}.lt_s`], [`${rep}.lt_s`, `${rep}.gt_s`], [`${rep}.ge_s`, `${rep}.le_s`], [`${rep}.le_s`, `${rep}.ge_s`],
]));
