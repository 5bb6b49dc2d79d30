import { type Block, boundParams, type Func, type Instr, predecessors, reversePostorder, type Value } from '../ir/function.ts';
import { constantBits, mayThrow } from '../ir/ops.ts';
import type { Pass } from '../ir/pass.ts';
import { replaceUses } from './replace.ts';

/**
 * Control flow without detours: unreachable blocks go, branches on constants become jumps, `except` after what cannot throw, or to a
 * handler that only throws on, becomes a jump, empty blocks are skipped, a block is joined to its only predecessor, parameters that always get one value go.
 *
 * Requires: nothing. Preserves: semantics. Breaks: block identities.
 */
export const simplifyCfg: Pass = { name: 'simplify-cfg', level: 0, after: {}, run: simplify };

function simplify(func: Func): boolean {
  let changed = false;
  for (let again = true; again; ) {
    again = [foldBranches, skipEmptyBlocks, removeUnreachable, removeParams, joinBlocks].map((step) => step(func)).some(Boolean);
    changed ||= again;
  }
  return changed;
}

function removeUnreachable(func: Func): boolean {
  const reached = new Set(reversePostorder(func));
  if (reached.size === func.blocks.length) return false;
  func.blocks = func.blocks.filter((block) => reached.has(block));
  return true;
}

function foldBranches(func: Func): boolean {
  const constants = new Map<Value, Instr>();
  for (const block of func.blocks) for (const instr of block.instrs) if (instr.op === 'bool.const' || instr.op === 'i32.const' || instr.op === 'i64.const') constants.set(instr.result!, instr);
  let changed = false;
  for (const block of func.blocks) {
    const { term } = block;
    if (term.op === 'branch' || term.op === 'switch') {
      const constant = constants.get(term.args[0]!);
      const [first] = term.edges;
      const same = term.edges.every((edge) => edge.block === first!.block && edge.args.every((arg, i) => arg === first!.args[i]));
      if (!constant && !same) continue;
      const bits = constant ? constantBits(constant) : 0n;
      const index = same ? 0 : term.op === 'branch' ? (bits ? 0 : 1) : term.cases.includes(bits) ? term.cases.indexOf(bits) : term.cases.length;
      block.term = { ...term, op: 'jump', args: [], cases: [], edges: [term.edges[index]!] };
      changed = true;
    } else if (term.op === 'except') {
      const last = block.instrs[block.instrs.length - 1];
      if (last && mayThrow(last) && !rethrows(term.edges[1]!.block)) continue;
      block.term = { ...term, op: 'jump', edges: [term.edges[0]!] };
      changed = true;
    }
  }
  return changed;
}

/** A handler that throws on what it got, at once or in the block that it goes to. */
function rethrows(handler: Block): boolean {
  let thrown = handler.params[0]!;
  let at = handler;
  for (let hops = 0; hops < 4; hops++) {
    if (at.instrs.length > 0) return false;
    if (at.term.op === 'throw') return at.term.args[0] === thrown;
    if (at.term.op !== 'jump') return false;
    const [edge] = at.term.edges;
    const index = edge!.args.indexOf(thrown);
    at = edge!.block;
    if (at.term.op === 'throw' && at.term.args[0] === thrown) continue;
    if (index < 0 || edge!.args.lastIndexOf(thrown) !== index) return false;
    thrown = at.params[index]!;
  }
  return false;
}

/** An edge to an empty block that only jumps on goes straight to its target. */
function skipEmptyBlocks(func: Func): boolean {
  let changed = false;
  // Made when it is first needed. Skipping a block adds no use of its parameters elsewhere, so it stays true.
  let escaping: Set<Value> | null = null;
  for (const block of func.blocks) {
    for (const edge of block.term.edges) {
      for (let hops = 0; hops < 8; hops++) {
        const middle: Block = edge.block;
        const { term } = middle;
        if (middle.handler || middle.instrs.length > 0 || term.op !== 'jump' || term.edges[0]!.block === middle) break;
        const onward = term.edges[0]!;
        // Values of the middle block's parameters must not be used beyond it.
        if (middle.params.length > 0) {
          escaping ??= usedOutside(func);
          if (middle.params.some((param) => escaping!.has(param))) break;
        }
        const bound = new Map(boundParams(edge).map((param, i) => [param, edge.args[i]!]));
        edge.block = onward.block;
        edge.args = onward.args.map((arg) => bound.get(arg) ?? arg);
        changed = true;
      }
    }
  }
  return changed;
}

/** The block parameters that other blocks than their own use. */
function usedOutside(func: Func): Set<Value> {
  const home = new Map<Value, Block>();
  for (const block of func.blocks) for (const param of block.params) home.set(param, block);
  const found = new Set<Value>();
  for (const block of func.blocks) {
    const look = (values: readonly Value[]): void => {
      for (const value of values) {
        const own = home.get(value);
        if (own !== undefined && own !== block) found.add(value);
      }
    };
    for (const { args } of block.instrs) look(args);
    look(block.term.args);
    for (const { args } of block.term.edges) look(args);
  }
  return found;
}

/** A parameter that gets the same value on every edge (or itself) is that value. */
function removeParams(func: Func): boolean {
  const preds = predecessors(func);
  const replacements = new Map<Value, Value>();
  const find = (value: Value): Value => {
    let at = value;
    for (let next = replacements.get(at); next; next = replacements.get(at)) at = next;
    return at;
  };
  for (const block of func.blocks) {
    if (block === func.entry || block.handler) continue;
    const incoming = preds.get(block)!;
    if (incoming.length === 0) continue;
    for (let i = block.params.length - 1; i >= 0; i--) {
      const param = block.params[i]!;
      let only: Value | null = null;
      const same = incoming.every(({ edge }) => {
        const arg = find(edge.args[i]!);
        if (arg === param) return true;
        only ??= arg;
        return arg === only;
      });
      if (!same || only === null) continue;
      replacements.set(param, only);
      block.params.splice(i, 1);
      for (const { edge } of incoming) edge.args.splice(i, 1);
    }
  }
  replaceUses(func, replacements);
  return replacements.size > 0;
}

/** A block whose only predecessor jumps to it becomes that block's rest. */
function joinBlocks(func: Func): boolean {
  const preds = predecessors(func);
  const replacements = new Map<Value, Value>();
  const gone = new Set<Block>();
  for (const block of func.blocks) {
    if (gone.has(block)) continue;
    while (block.term.op === 'jump') {
      const [edge] = block.term.edges;
      const next = edge!.block;
      if (next === block || next === func.entry || next.handler || preds.get(next)!.length !== 1) break;
      next.params.forEach((param, i) => replacements.set(param, edge!.args[i]!));
      block.instrs.push(...next.instrs);
      block.term = next.term;
      gone.add(next);
      for (const onward of next.term.edges) for (const pred of preds.get(onward.block)!) if (pred.from === next) pred.from = block;
    }
  }
  if (gone.size === 0) return false;
  func.blocks = func.blocks.filter((block) => !gone.has(block));
  replaceUses(func, replacements);
  return true;
}
