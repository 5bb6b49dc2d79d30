import { dominators } from '../ir/dominators.ts';
import type { Attrs, Block, Func, Instr, Value } from '../ir/function.ts';
import { predecessors } from '../ir/function.ts';
import { effectOf } from '../ir/ops.ts';
import { printAttrs } from '../ir/print.ts';
import type { Pass } from '../ir/pass.ts';
import type { Rep } from '../ir/rep.ts';
import { replaceUses } from './replace.ts';

/**
 * Common subexpressions by dominator-tree value numbering (Briggs, Cooper, Simpson, "Value Numbering", 1997): an instruction with the
 * operation, operands and attributes of one that dominates it takes its result. Loads count too, as long as no store of the same alias
 * and no call lies between; a store makes its value known to later loads of the same place.
 *
 * Loads cross block boundaries only where the block has one predecessor.
 */
export const valueNumbering: Pass = { name: 'value-numbering', level: 1, after: { fold: 'constants and copies have one form' }, run };

interface Memory {
  /** Key of a load → its value and alias. */
  known: Map<string, { value: Value; alias: string }>;
}

function run(func: Func): boolean {
  const doms = dominators(func);
  const preds = predecessors(func);
  const replacements = new Map<Value, Value>();
  const find = (value: Value): Value => {
    let at = value;
    for (let next = replacements.get(at); next; next = replacements.get(at)) at = next;
    return at;
  };
  // What the blocks from the entry to this one compute: a key is added once, by the first, and goes when its block is left.
  const computed = new Map<string, Value>();
  const scopes: string[][] = [];
  const memoryAt = new Map<Block, Memory>();
  const visit = (block: Block): void => {
    const incoming = preds.get(block)!;
    const before = incoming.length === 1 ? memoryAt.get(incoming[0]!.from) : undefined;
    const memory: Memory = { known: new Map(before && !block.handler ? before.known : []) };
    const scope: string[] = [];
    scopes.push(scope);
    for (const instr of block.instrs) {
      for (let i = 0; i < instr.args.length; i++) instr.args[i] = find(instr.args[i]!);
      const effect = effectOf(instr);
      if (effect === 'call') memory.known.clear();
      if (effect === 'store') forget(memory, instr);
      if (effect === 'store' && instr.op.startsWith('store.')) remember(memory, instr);
      if (!instr.result || (effect !== 'pure' && effect !== 'load')) continue;
      const key = keyOf(instr.op, instr.args, instr.attrs, instr.result.rep);
      const found = effect === 'pure' ? computed.get(key) : memory.known.get(key)?.value;
      if (found) replacements.set(instr.result, found);
      else if (effect === 'pure') {
        computed.set(key, instr.result);
        scope.push(key);
      } else memory.known.set(key, { value: instr.result, alias: (instr.attrs.alias as string | undefined) ?? '' });
    }
    memoryAt.set(block, memory);
  };
  walk(func.entry, doms.children, visit, () => scopes.pop()!.forEach((key) => computed.delete(key)));
  if (replacements.size === 0) return false;
  for (const block of func.blocks) block.instrs = block.instrs.filter(({ result }) => !result || !replacements.has(result));
  replaceUses(func, replacements);
  return true;
}

/** Equal for instructions that compute the same. */
function keyOf(op: string, args: readonly Value[], attrs: Attrs, rep: Rep): string {
  let key = `${op} ${rep}`;
  for (const { id } of args) key += ` ${id}`;
  // Text in quotes, so that no value can look like the rest of the key; numbers and bigints of one attribute do not mix.
  for (const name in attrs) {
    const value = attrs[name]!;
    key += ` ${name}=${typeof value === 'string' ? JSON.stringify(value) : typeof value === 'object' ? printAttrs({ value }) : value}`;
  }
  return key;
}

/** Preorder and postorder over the dominator tree, without recursion. */
function walk(root: Block, children: (block: Block) => Block[], enter: (block: Block) => void, leave: () => void): void {
  const stack: { block: Block; next: number }[] = [{ block: root, next: 0 }];
  enter(root);
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const child = children(top.block)[top.next++];
    if (child) {
      enter(child);
      stack.push({ block: child, next: 0 });
    } else {
      leave();
      stack.pop();
    }
  }
}

/** A store may change what loads of its alias, or without one, saw. */
function forget(memory: Memory, store: Instr): void {
  const alias = store.attrs.alias as string | undefined;
  if (store.op === 'barrier') return;
  for (const [key, known] of memory.known) if (!alias || known.alias === '' || known.alias === alias) memory.known.delete(key);
}

const LOAD_OF: Record<string, string> = { f64: 'load.f64', f64u: 'load.f64u', i64: 'load.i64', ref: 'load.ref', value: 'load.value' };

/** A full-width store makes the value of the place known. */
function remember(memory: Memory, store: Instr): void {
  if (store.op !== 'store.64' || !store.attrs.alias || store.attrs.volatile) return;
  const value = store.args[store.args.length - 1]!;
  const key = keyOf(LOAD_OF[value.rep]!, store.args.slice(0, -1), store.attrs, value.rep);
  memory.known.set(key, { value, alias: store.attrs.alias as string });
}
