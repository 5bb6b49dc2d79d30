import { type Block, Func, type Instr, NO_ATTRS, NO_POSITION, type Position, type Value } from '../ir/function.ts';
import type { Module } from '../ir/module.ts';
import { liveAtResumption } from './liveness.ts';

/**
 * Splits functions that suspend (generators, async functions) into a function that makes the generator or promise and a state machine, on the JS-level IR.
 *
 * Requires: exactly one js.suspend.start, which dominates every js.yield; the functions as the frontend leaves them.
 * Preserves: the order of effects, positions, exceptional edges. Page: docs/generators.md.
 *
 *     function* count(n) {            count(closure, this, target, n):
 *       for (let i = 0; i < n; i++)     frame = closure of count.resume with slots [state = 0, n, i]
 *         yield i;                      return makeGenerator(frame)
 *     }                               count.resume(frame, this, target, control, mode, sent):
 *                                       state 0: i = 0; goto loop     state 1: i = frame.i + 1; goto loop
 *                                       loop: if (i < frame.n) { frame.i = i; frame.state = 1; return i }
 *                                       control.done = true; return undefined   (as the frontend wrote it)
 *
 * The frame is the closure of the state machine: slot 0 is the state, then one slot per value that is live across a suspension. Such a value is
 * stored where it is defined and loaded in every other block that uses it; its definition still comes first on every path, so that no phi is
 * needed. A constant is made again where it is used.
 */
export function splitSuspending(module: Module): void {
  for (const func of [...module.functions.values()]) {
    if (func.attrs.suspends !== true) continue;
    const resume = new Splitter(func).split();
    module.functions.set(resume.symbol, resume);
  }
}

const REMADE = new Set(['js.const', 'js.builtin']);

class Splitter {
  private readonly outer: Func;
  private readonly resume: Func;
  private readonly closure: Value;
  /** Parameters of the state machine, by the operation that reads them. */
  private readonly resumed = new Map<string, Value>();
  private readonly slots = new Map<Value, number>();
  private readonly constants = new Map<Value, Instr>();

  constructor(outer: Func) {
    this.outer = outer;
    this.resume = new Func(`${outer.symbol}.resume`, 'js', 'value', outer.file, outer.displayName);
    this.resume.position = outer.position;
    // Values and blocks move over: ids of new ones begin above theirs.
    this.closure = this.resume.newValue('value', outer.valueBound);
    this.resume.params.push(this.closure);
    for (const _ of ['this', 'new.target']) this.resume.addParam('value');
    for (const name of ['control', 'mode', 'value']) this.resumed.set(`js.resume.${name}`, this.resume.addParam('value'));
  }

  split(): Func {
    const { outer, resume } = this;
    const points = outer.blocks.flatMap((block) => suspensionsOf(outer, block));
    const [start] = points.filter(({ kind }) => kind === 'js.suspend.start');
    const states = [start!, ...points.filter((point) => point !== start)];
    for (const block of outer.blocks) for (const instr of block.instrs) if (REMADE.has(instr.op)) this.constants.set(instr.result!, instr);
    const body = reachableFrom(states.map(({ after }) => after));
    const live = liveAtResumption(body, states, this.constants);
    for (const value of live.flatMap((values) => [...values])) if (!this.slots.has(value)) this.slots.set(value, this.slots.size + 1);
    outer.blocks = outer.blocks.filter((block) => !body.has(block));
    this.makeFrame(start!, [...live[0]!]);
    this.makeDispatch(states);
    for (const block of body) resume.blocks.push(block);
    states.forEach(({ before, value, position }, state) => state > 0 && this.suspend(before, value!, state, position));
    for (const block of body) this.rewrite(block);
    Object.assign(resume.attrs, { captures: this.slots.size + 1, length: 0, rest: false, kind: 'arrow', strict: true, name: outer.attrs.name ?? '' });
    delete outer.attrs.suspends;
    renumber(resume);
    renumber(outer);
    return resume;
  }

  /**
   * The end of the outer function: the frame, with the values that the body needs from here, goes to the library. No position: what runs in this
   * call is the body of the same source function, which traces show once.
   */
  private makeFrame({ before, attrs }: Suspension, given: readonly Value[]): void {
    const { outer } = this;
    const position = NO_POSITION;
    const emit = (op: string, args: Value[], attrs: Instr['attrs'] = NO_ATTRS): Value => {
      const result = outer.newValue('value');
      before.instrs.push({ op, args, attrs, result, position });
      return result;
    };
    const state = emit('js.const', [], { kind: 'number', value: 0n });
    const frame = emit('js.closure', [state, ...given], { function: this.resume.symbol, slots: this.slots.size - given.length });
    const make = emit('js.global.get', [], { global: attrs.maker });
    const made = emit('js.call', [make, emit('js.const', [], { kind: 'undefined' }), frame], { text: '' });
    before.term = { op: 'return', args: [made], edges: [], cases: [], position };
  }

  /** The entry of the state machine. */
  private makeDispatch(states: readonly Suspension[]): void {
    const { resume } = this;
    let block = resume.newBlock([], this.outer.blockBound);
    const { position } = resume;
    const state = resume.newValue('value');
    block.instrs.push({ op: 'js.capture', args: [this.closure], attrs: { index: 0 }, result: state, position });
    states.forEach(({ after }, i) => {
      if (i === states.length - 1) {
        block.term = { op: 'jump', args: [], edges: [{ block: after, args: [] }], cases: [], position };
        return;
      }
      const [number, same] = [resume.newValue('value'), resume.newValue('bool')];
      block.instrs.push({ op: 'js.const', args: [], attrs: { kind: 'number', value: bitsOf(i) }, result: number, position });
      block.instrs.push({ op: 'js.compare', args: [state, number], attrs: { operator: '===' }, result: same, position });
      const next = resume.newBlock();
      block.term = { op: 'branch', args: [same], edges: [{ block: after, args: [] }, { block: next, args: [] }], cases: [], position };
      block = next;
    });
  }

  /** A yield: the state to go on with, and the value. */
  private suspend(before: Block, value: Value, state: number, position: Position): void {
    const number = this.resume.newValue('value');
    before.instrs.push({ op: 'js.const', args: [], attrs: { kind: 'number', value: bitsOf(state) }, result: number, position });
    before.instrs.push({ op: 'js.capture.set', args: [this.closure, number], attrs: { index: 0 }, result: null, position });
    before.term = { op: 'return', args: [value], edges: [], cases: [], position };
  }

  /** Loads and stores the slots, and makes constants again. */
  private rewrite(block: Block): void {
    const { resume } = this;
    const local = new Map<Value, Value>(block.params.map((param) => [param, param]));
    const instrs: Instr[] = [];
    const store = (value: Value, position: Position): void => {
      const index = this.slots.get(value);
      if (index !== undefined) instrs.push({ op: 'js.capture.set', args: [this.closure, value], attrs: { index }, result: null, position });
    };
    const use = (value: Value, position: Position): Value => {
      const known = local.get(value);
      if (known) return known;
      const constant = this.constants.get(value);
      const index = this.slots.get(value);
      if (!constant && index === undefined) return value;
      const result = resume.newValue(value.rep);
      if (constant) instrs.push({ ...constant, result, position });
      else instrs.push({ op: 'js.capture', args: [this.closure], attrs: { index: index! }, result, position });
      local.set(value, result);
      return result;
    };
    for (const param of block.params) store(param, block.term.position);
    for (const value of this.pendingStores.get(block) ?? []) {
      local.set(value, value);
      store(value, block.term.position);
    }
    const { term } = block;
    block.instrs.forEach((instr, i) => {
      const { position } = instr;
      const last = i === block.instrs.length - 1;
      const resumed = this.resumed.get(instr.op);
      if (resumed) {
        instr.args = [resumed];
        instr.op = 'js.refine';
        instr.attrs = { kind: 'hole', is: false };
      } else instr.args = instr.args.map((arg) => use(arg, position));
      // Nothing may stand between an instruction that throws and its exceptional edge.
      if (last && term.op === 'except') for (const edge of term.edges) edge.args = edge.args.map((arg) => (arg === instr.result ? arg : use(arg, position)));
      instrs.push(instr);
      if (!instr.result) return;
      local.set(instr.result, instr.result);
      if (!last || term.op !== 'except') store(instr.result, position);
    });
    if (term.op !== 'except') for (const edge of term.edges) edge.args = edge.args.map((arg) => use(arg, term.position));
    term.args = term.args.map((arg) => use(arg, term.position));
    block.instrs = instrs;
  }

  /** Values whose definition ends a block with an exceptional edge are stored at the start of the normal successor, which has no other predecessor. */
  private get pendingStores(): Map<Block, Value[]> {
    if (!this.pending) {
      this.pending = new Map();
      for (const { instrs, term } of this.resume.blocks) {
        const defined = term.op === 'except' ? instrs[instrs.length - 1]?.result : null;
        if (defined && this.slots.has(defined)) this.pending.set(term.edges[0]!.block, [defined]);
      }
    }
    return this.pending;
  }

  private pending: Map<Block, Value[]> | null = null;
}

/** A place where the function leaves: `before` ends with it, `after` goes on when it is resumed. */
export interface Suspension {
  readonly kind: string;
  readonly attrs: Instr['attrs'];
  readonly before: Block;
  readonly after: Block;
  readonly value: Value | null;
  readonly position: Position;
}

/** Cuts a block at its suspensions. */
function suspensionsOf(func: Func, block: Block): Suspension[] {
  const found: Suspension[] = [];
  for (let before = block; ; ) {
    const at = before.instrs.findIndex(({ op }) => op === 'js.yield' || op === 'js.suspend.start');
    if (at < 0) return found;
    const { op, args, attrs, position } = before.instrs[at]!;
    const after = func.newBlock();
    after.instrs = before.instrs.splice(at + 1);
    before.instrs.pop();
    after.term = before.term;
    before.term = { op: 'unreachable', args: [], edges: [], cases: [], position };
    found.push({ kind: op, attrs, before, after, value: args[0] ?? null, position });
    before = after;
  }
}

function reachableFrom(starts: readonly Block[]): Set<Block> {
  const seen = new Set<Block>(starts);
  for (const block of seen) for (const { block: next } of block.term.edges) seen.add(next);
  return seen;
}

/** Blocks in reverse postorder, as the frontend leaves them. */
function renumber(func: Func): void {
  func.blocks.forEach((block, i) => (block.id = i));
}

const word = new DataView(new ArrayBuffer(8));

function bitsOf(number: number): bigint {
  word.setFloat64(0, number);
  return word.getBigUint64(0);
}
