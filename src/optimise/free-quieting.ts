import { boundParams, type Func, type Instr, type Value } from '../ir/function.ts';
import type { Pass } from '../ir/pass.ts';
import { replaceUses } from './replace.ts';

/**
 * ToNumber of an f64u is free where only arithmetic and comparisons use it: they quiet a signalling NaN to an ordinary one, and compare
 * it as unordered (design: "f64u"). Such a conversion becomes a plain move; elsewhere it keeps its test. An f64u that only such moves
 * use, block parameters between them included, may be hole where it should be undefined: the test that tells them apart goes.
 *
 * Requires: nothing. Preserves: control flow. Breaks: a double in a register may be a signalling NaN as an operand of these operations,
 * which all take it.
 */
export const freeQuieting: Pass = { name: 'free-quieting', level: 1, after: {}, run };

const QUIETING = /^f64\.(add|sub|mul|div|sqrt|eq|ne|lt|le|gt|ge|toint32)$/;

function run(func: Func): boolean {
  const moved = moveOperands(func);
  return forgetWhichAbsent(func) || moved;
}

function moveOperands(func: Func): boolean {
  const kept = new Set<Value>();
  for (const block of func.blocks) {
    for (const instr of block.instrs) if (!QUIETING.test(instr.op)) instr.args.forEach((arg) => kept.add(arg));
    block.term.args.forEach((arg) => kept.add(arg));
    for (const edge of block.term.edges) edge.args.forEach((arg) => kept.add(arg));
  }
  let changed = false;
  for (const block of func.blocks) {
    for (const instr of block.instrs) {
      if (instr.op !== 'f64u.tof64' || kept.has(instr.result!)) continue;
      instr.op = 'f64u.assume';
      instr.attrs = { proof: 'operand' };
      changed = true;
    }
  }
  return changed;
}

const isOperandMove = ({ op, attrs }: Instr): boolean => op === 'f64u.assume' && attrs.proof === 'operand';

/** `select (f64u.ishole x), undefined, x` is x for values that are only asked whether they are absent. */
function forgetWhichAbsent(func: Func): boolean {
  const definitions = new Map<Value, Instr>();
  /** Values of which something asks more than whether they are numbers. */
  const distinguished = new Set<Value>();
  const passedTo = new Map<Value, Value[]>();
  for (const block of func.blocks) {
    for (const instr of block.instrs) {
      if (instr.result) definitions.set(instr.result, instr);
      if (!isOperandMove(instr) && instr.op !== 'select') instr.args.forEach((arg) => distinguished.add(arg));
    }
    block.term.args.forEach((arg) => distinguished.add(arg));
    for (const edge of block.term.edges) {
      boundParams(edge).forEach((param, i) => {
        const to = passedTo.get(edge.args[i]!);
        if (to) to.push(param);
        else passedTo.set(edge.args[i]!, [param]);
      });
    }
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (const [value, params] of passedTo) {
      if (distinguished.has(value) || !params.some((param) => distinguished.has(param))) continue;
      distinguished.add(value);
      changed = true;
    }
    for (const [result, { op, args }] of definitions) {
      if (op !== 'select' || !distinguished.has(result) || (distinguished.has(args[1]!) && distinguished.has(args[2]!))) continue;
      distinguished.add(args[1]!).add(args[2]!);
      changed = true;
    }
  }
  const replacements = new Map<Value, Value>();
  for (const [result, { op, args }] of definitions) {
    if (op !== 'select' || result.rep !== 'f64u' || distinguished.has(result)) continue;
    const [condition, absent, otherwise] = args as [Value, Value, Value];
    const test = definitions.get(condition);
    if (test?.op === 'f64u.ishole' && test.args[0] === otherwise && definitions.get(absent)?.op === 'f64u.const') replacements.set(result, otherwise);
  }
  replaceUses(func, replacements);
  return replacements.size > 0;
}
