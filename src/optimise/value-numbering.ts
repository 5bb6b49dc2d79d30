import { type Dominators, dominators } from '../ir/dominators.ts';
import { type Attrs, type Block, type Edge, type Func, type Instr, predecessors, type Value } from '../ir/function.ts';
import { naturalLoops } from '../ir/loops.ts';
import { effectOf } from '../ir/ops.ts';
import { printAttrs } from '../ir/print.ts';
import type { Pass } from '../ir/pass.ts';
import type { Rep } from '../ir/rep.ts';
import { replaceUses } from './replace.ts';

/**
 * Common subexpressions by dominator-based value numbering (Briggs, Cooper, Simpson, "Value Numbering", 1997): an instruction with the
 * operation, operands and attributes of one that dominates it takes its result. Loads count too, as long as no store of the same alias
 * and no call lies between; a store makes its value known to later loads of the same place.
 *
 * Where control joins, a place is known that is known at the end of each predecessor; where the values differ, the block gets a parameter
 * for them as soon as something loads the place. At the head of a loop, what is known before it and the loop does not change.
 *
 * Requires: nothing. Preserves: control flow.
 */
export const valueNumbering: Pass = { name: 'value-numbering', level: 1, after: { fold: 'constants and copies have one form' }, run: (func) => new ValueNumbering(func).run() };

/** What a place in memory holds. */
interface Known {
  /** Null until a parameter of `join` is made for it. */
  value: Value | null;
  readonly alias: string;
  readonly join: { block: Block; values: readonly Value[] } | null;
}

/** By key of a load. */
type Memory = ReadonlyMap<string, Known>;

class ValueNumbering {
  private readonly func: Func;
  private readonly doms: Dominators;
  private readonly incoming: Map<Block, { from: Block; edge: Edge }[]>;
  private readonly loops: Map<Block, ReadonlySet<Block>>;
  private readonly replacements = new Map<Value, Value>();
  /** What the blocks from the entry to this one compute: a key is added once, by the first, and goes when its block is left. */
  private readonly computed = new Map<string, Value>();
  private readonly scopes: string[][] = [];
  private readonly memoryAtEnd = new Map<Block, Memory>();
  private changed = false;

  constructor(func: Func) {
    this.func = func;
    this.doms = dominators(func);
    this.incoming = predecessors(func);
    this.loops = new Map(naturalLoops(func, this.doms).map(({ head, body }) => [head, body]));
  }

  run(): boolean {
    // Children come in reverse postorder, so that what joins in a block was visited before it, but for back edges.
    walk(this.func.entry, this.doms.children, (block) => this.number(block), () => this.scopes.pop()!.forEach((key) => this.computed.delete(key)));
    if (this.replacements.size > 0) {
      for (const block of this.func.blocks) block.instrs = block.instrs.filter(({ result }) => !result || !this.replacements.has(result));
      replaceUses(this.func, this.replacements);
    }
    return this.changed;
  }

  private find(value: Value): Value {
    let at = value;
    for (let next = this.replacements.get(at); next; next = this.replacements.get(at)) at = next;
    return at;
  }

  private number(block: Block): void {
    const memory = this.memoryAtStart(block);
    const scope: string[] = [];
    this.scopes.push(scope);
    for (const instr of block.instrs) {
      for (let i = 0; i < instr.args.length; i++) instr.args[i] = this.find(instr.args[i]!);
      const effect = effectOf(instr);
      if (effect === 'call') memory.clear();
      if (effect === 'store') {
        forget(memory, instr);
        remember(memory, instr);
      }
      if (!instr.result || (effect !== 'pure' && effect !== 'load')) continue;
      const key = keyOf(instr.op, instr.args, instr.attrs, instr.result.rep);
      const found = effect === 'pure' ? this.computed.get(key) : this.loaded(memory, key, instr.result);
      if (found) {
        this.replacements.set(instr.result, found);
        this.changed = true;
      } else if (effect === 'pure') {
        this.computed.set(key, instr.result);
        scope.push(key);
      } else memory.set(key, { value: instr.result, alias: aliasOf(instr), join: null });
    }
    this.memoryAtEnd.set(block, memory);
  }

  /** The value of a place, if it is known; where it depends on the way that control came, a new parameter. */
  private loaded(memory: Memory, key: string, { rep }: Value): Value | undefined {
    const known = memory.get(key);
    if (!known) return undefined;
    if (known.value) return this.find(known.value);
    const { block, values } = known.join!;
    known.value = this.func.newValue(rep);
    block.params.push(known.value);
    this.incoming.get(block)!.forEach(({ edge }, i) => edge.args.push(this.find(values[i]!)));
    return known.value;
  }

  private memoryAtStart(block: Block): Map<string, Known> {
    const incoming = this.incoming.get(block)!;
    const before = incoming.flatMap(({ from }) => this.memoryAtEnd.get(from) ?? []);
    if (block.handler || before.length === 0) return new Map();
    if (before.length === incoming.length) return this.join(block, before);
    const body = this.loops.get(block);
    const known = new Map<string, Known>();
    // A cycle with several entries: what it changes was not found out.
    if (!body || incoming.some(({ from }) => !this.memoryAtEnd.has(from) && !body.has(from))) return known;
    for (const [key, entry] of before[0]!) if (before.every((memory) => this.isSame(memory.get(key), entry))) known.set(key, entry);
    for (const each of body) {
      for (const instr of each.instrs) {
        const effect = effectOf(instr);
        if (effect === 'call') known.clear();
        if (effect === 'store') forget(known, instr);
      }
    }
    return known;
  }

  private join(block: Block, before: readonly Memory[]): Map<string, Known> {
    const [first, ...others] = before as [Memory, ...Memory[]];
    if (others.length === 0) return new Map(first);
    const known = new Map<string, Known>();
    for (const [key, entry] of first) {
      const entries = [entry, ...others.flatMap((memory) => memory.get(key) ?? [])];
      if (entries.length < before.length) continue;
      if (entries.every((each) => this.isSame(each, entry))) known.set(key, entry);
      else if (entries.every(({ value }) => value)) known.set(key, { value: null, alias: entry.alias, join: { block, values: entries.map(({ value }) => value!) } });
    }
    return known;
  }

  private isSame(a: Known | undefined, b: Known): boolean {
    return a === b || (a !== undefined && a.value !== null && b.value !== null && this.find(a.value) === this.find(b.value));
  }
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

function aliasOf({ attrs }: Instr): string {
  return (attrs.alias as string | undefined) ?? '';
}

/** A store may change what loads of its alias, or without one, saw. */
function forget(memory: Map<string, Known>, store: Instr): void {
  if (store.op === 'barrier') return;
  const alias = aliasOf(store);
  for (const [key, known] of memory) if (alias === '' || known.alias === '' || known.alias === alias) memory.delete(key);
}

const LOAD_OF: Record<string, string> = { f64: 'load.f64', f64u: 'load.f64u', i64: 'load.i64', ref: 'load.ref', value: 'load.value' };

/** A full-width store makes the value of the place known. */
function remember(memory: Map<string, Known>, store: Instr): void {
  if (store.op !== 'store.64' || !store.attrs.alias || store.attrs.volatile) return;
  const value = store.args[store.args.length - 1]!;
  const key = keyOf(LOAD_OF[value.rep]!, store.args.slice(0, -1), store.attrs, value.rep);
  memory.set(key, { value, alias: aliasOf(store), join: null });
}
