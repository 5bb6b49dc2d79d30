import { dominators } from '../ir/dominators.ts';
import type { Block, Func, Instr, Value } from '../ir/function.ts';
import { predecessors } from '../ir/function.ts';
import { effectOf } from '../ir/ops.ts';
import { printAttrs } from '../ir/print.ts';
import type { Pass } from '../ir/pass.ts';
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
  const scopes: Map<string, Value>[] = [];
  const lookup = (key: string): Value | undefined => {
    for (let i = scopes.length - 1; i >= 0; i--) {
      const found = scopes[i]!.get(key);
      if (found) return found;
    }
    return undefined;
  };
  const memoryAt = new Map<Block, Memory>();
  const visit = (block: Block): void => {
    const incoming = preds.get(block)!;
    const before = incoming.length === 1 ? memoryAt.get(incoming[0]!.from) : undefined;
    const memory: Memory = { known: new Map(before && !block.handler ? before.known : []) };
    const scope = new Map<string, Value>();
    scopes.push(scope);
    for (const instr of block.instrs) {
      instr.args = instr.args.map(find);
      const effect = effectOf(instr);
      if (effect === 'call') memory.known.clear();
      if (effect === 'store') forget(memory, instr);
      if (effect === 'store' && instr.op.startsWith('store.')) remember(memory, instr);
      if (!instr.result || (effect !== 'pure' && effect !== 'load')) continue;
      const key = `${instr.op} ${instr.args.map(({ id }) => id).join(' ')} ${printAttrs(instr.attrs)} ${instr.result.rep}`;
      const found = effect === 'pure' ? lookup(key) : memory.known.get(key)?.value;
      if (found) replacements.set(instr.result, found);
      else if (effect === 'pure') scope.set(key, instr.result);
      else memory.known.set(key, { value: instr.result, alias: (instr.attrs.alias as string | undefined) ?? '' });
    }
    memoryAt.set(block, memory);
  };
  walk(func.entry, doms.children, visit, () => scopes.pop());
  if (replacements.size === 0) return false;
  for (const block of func.blocks) block.instrs = block.instrs.filter(({ result }) => !result || !replacements.has(result));
  replaceUses(func, replacements);
  return true;
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
  const key = `${LOAD_OF[value.rep]!} ${store.args.slice(0, -1).map(({ id }) => id).join(' ')} ${printAttrs(store.attrs)} ${value.rep}`;
  memory.known.set(key, { value, alias: store.attrs.alias as string });
}
