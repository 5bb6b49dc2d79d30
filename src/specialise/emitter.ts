import { FALSE, HOLE, isEmpty, type Kinds, TRUE, without } from '../flow/kinds.ts';
import type { Instance } from '../flow/instance.ts';
import { Builder } from '../ir/builder.ts';
import { type Block, boundParams, type Edge, Func, type Instr, type Value } from '../ir/function.ts';
import type { Rep } from '../ir/rep.ts';
import { VALUE_UNDEFINED } from '../layout/value.ts';
import type { Program } from './program.ts';
import { box, coerce, constantBitsOf, constantInteger, immediate, repOf } from './representation.ts';
import { RULES } from './rules.ts';

/**
 * Translates one instance: each JS-level instruction becomes typed code for the kinds that the flow found. A JS-level value has one
 * representation everywhere (repOf its kinds), so translation is one to one; moves between representations stand at uses.
 */
export class Emitter {
  readonly program: Program;
  readonly instance: Instance;
  readonly func: Func;
  readonly b: Builder;
  private readonly values = new Map<Value, Value>();
  private readonly blocks = new Map<Block, Block>();
  private readonly texts = new Map<Value, string>();
  /** Reads of module variables that are never read in their temporal dead zone, which the flow alone doesn't know. */
  private readonly initialised = new Set<Value>();
  /** Where a throw in the current JS-level instruction goes. */
  private handler: { block: Block; args: Value[] } | null = null;

  constructor(program: Program, instance: Instance) {
    this.program = program;
    this.instance = instance;
    const js = instance.func;
    if (!instance.isReached(js.entry)) throw new Error(`${instance.key} was never analysed`);
    const signature = program.signature(instance);
    this.func = new Func(signature.symbol, 'typed', signature.result, js.file, js.displayName);
    this.func.position = js.position;
    for (const { index, rep } of signature.params) this.values.set(js.params[index]!, this.func.addParam(rep));
    this.b = new Builder(this.func, this.func.newBlock());
  }

  run(): Func {
    const js = this.instance.func;
    for (const block of js.blocks) {
      if (!this.instance.isReached(block)) continue;
      const typed = block === js.entry ? this.func.entry : this.func.newBlock();
      typed.handler = block.handler;
      for (const param of block.params) {
        const value = this.func.newValue(repOf(this.kinds(param)));
        if (block.handler && param === block.params[0]) value.rep = 'value';
        typed.params.push(value);
        this.values.set(param, value);
      }
      this.blocks.set(block, typed);
    }
    for (const block of dominanceOrder(js, this.instance)) this.translate(block);
    return this.func;
  }

  private translate(block: Block): void {
    this.b.block = this.blocks.get(block)!;
    if (block.handler) {
      const [thrown] = block.params;
      const rep = repOf(this.kinds(thrown!));
      if (rep !== 'value') this.values.set(thrown!, coerce(this.b, this.values.get(thrown!)!, rep, 'thrown'));
    }
    const { term } = block;
    for (const instr of block.instrs) {
      this.b.position = instr.position;
      const last = term.op === 'except' && instr === block.instrs[block.instrs.length - 1];
      this.handler = last ? this.handlerEdge(term.edges[1]!) : null;
      const live = this.translateInstr(instr);
      this.handler = null;
      if (!live) return;
    }
    this.b.position = term.position;
    this.terminate(block);
  }

  /** False when the instruction never completes. */
  private translateInstr(instr: Instr): boolean {
    if (instr.args.some((arg) => isEmpty(this.kinds(arg)))) {
      this.b.unreachable();
      return false;
    }
    if (instr.op === 'js.global.get' && !this.program.early.has(instr.attrs.global as string)) this.initialised.add(instr.result!);
    const rule = RULES[instr.op];
    if (!rule) throw new Error(`no specialisation rule for ${instr.op}`);
    const value = rule(this, instr);
    if (!instr.result) return true;
    const kinds = this.kinds(instr.result);
    if (isEmpty(kinds)) {
      this.b.unreachable();
      return false;
    }
    const rep = repOf(kinds);
    const constant = constantBitsOf(kinds);
    const number = constantInteger(kinds);
    if (number !== null) this.values.set(instr.result, this.b.emit(`${rep}.const`, rep, [], { value: number }));
    else if (constant !== null) this.values.set(instr.result, immediate(this.b, constant, rep));
    else this.values.set(instr.result, value ? coerce(this.b, value, rep, `${instr.op} result`) : immediate(this.b, VALUE_UNDEFINED, rep));
    return true;
  }

  private terminate(block: Block): void {
    const { term } = block;
    switch (term.op) {
      case 'return': {
        const { result } = this.func;
        if (result === null) this.b.return();
        else this.b.return(this.as(term.args[0]!, result));
        return;
      }
      case 'throw':
        this.b.throw(this.boxed(term.args[0]!));
        return;
      case 'branch': {
        const [then, otherwise] = term.edges as [Edge, Edge];
        const targets = term.edges.map((edge) => this.blocks.get(edge.block));
        const condition = this.value(term.args[0]!);
        const kinds = this.kinds(term.args[0]!);
        if (!targets[0] || !targets[1] || !canBe(kinds, true) || !canBe(kinds, false)) {
          const only = targets[0] && canBe(kinds, true) ? then : otherwise;
          if (!this.blocks.has(only.block) || isEmpty(kinds)) this.b.unreachable();
          else this.b.jump(this.blocks.get(only.block)!, this.edgeArgs(only));
          return;
        }
        this.b.branch(condition, targets[0], targets[1], this.edgeArgs(then), this.edgeArgs(otherwise));
        return;
      }
      case 'jump':
      case 'except':
        this.b.jump(this.blocks.get(term.edges[0]!.block)!, this.edgeArgs(term.edges[0]!));
        return;
      case 'unreachable':
        this.b.unreachable();
        return;
      default:
        throw new Error(`${term.op} in JS-level IR`);
    }
  }

  private edgeArgs(edge: Edge): Value[] {
    const params = boundParams(edge);
    return edge.args.map((arg, i) => this.as(arg, this.values.get(params[i]!)!.rep));
  }

  private handlerEdge(edge: Edge): { block: Block; args: Value[] } {
    return { block: this.blocks.get(edge.block)!, args: this.edgeArgs(edge) };
  }

  kinds(value: Value): Kinds {
    const kinds = this.instance.var(value);
    return this.initialised.has(value) ? without(kinds, HOLE) : kinds;
  }

  /** The typed value of a JS-level value, in its own representation. */
  value(value: Value): Value {
    const found = this.values.get(value);
    if (found) return found;
    // A parameter that nothing was ever passed for, in code that cannot run.
    return immediate(this.b, VALUE_UNDEFINED, repOf(this.kinds(value)));
  }

  as(value: Value, rep: Rep): Value {
    const constant = constantBitsOf(this.kinds(value));
    if (constant !== null && rep !== 'value') return immediate(this.b, constant, rep);
    return coerce(this.b, this.value(value), rep, 'flow');
  }

  boxed(value: Value): Value {
    return box(this.b, this.value(value));
  }

  /** A call, with its exceptional edge when the JS-level instruction has a handler. */
  call(op: 'call' | 'call.uniform' | 'call.indirect', args: Value[], rep: Rep | null, attrs: Record<string, string | boolean>): Value | null {
    let result: Value | null = null;
    if (rep) result = this.b.emit(op, rep, args, attrs);
    else this.b.effect(op, args, attrs);
    if (this.handler && !attrs.nothrow) {
      const next = this.func.newBlock();
      this.b.except(next, [], this.handler.block, this.handler.args);
      this.b.block = next;
    }
    return result;
  }

  /** Calls a function of src/runtime with values in any representation; null when it has no result. */
  runtime(name: string, args: readonly Value[]): Value | null {
    const func = this.program.runtimeFunction(name);
    const given = func.params.map((param, i) => coerce(this.b, args[i]!, param.rep, `${name} argument`));
    const attrs: Record<string, string | boolean> = { target: func.symbol };
    if (func.attrs.noalloc) attrs.noalloc = true;
    if (func.attrs.nothrow) attrs.nothrow = true;
    const result = this.call('call', given, func.result, attrs);
    if (func.attrs.never) {
      this.b.unreachable();
      this.b.block = this.func.newBlock();
    }
    return result;
  }

  /** Calls an instance. `args` are by JS-level parameter index; missing formals are undefined. */
  callInstance(target: Instance, args: readonly (Value | null)[]): Value | null {
    const signature = this.program.signature(target);
    const given = signature.params.map(({ index, rep }) => {
      const arg = args[index];
      return arg ? coerce(this.b, arg, rep, 'argument') : immediate(this.b, VALUE_UNDEFINED, rep);
    });
    const result = this.call('call', given, signature.result, { target: signature.symbol });
    if (isEmpty(target.result)) {
      this.b.unreachable();
      this.b.block = this.func.newBlock();
      return null;
    }
    return result;
  }

  /** Calls a function of src/std/hooks. */
  hook(name: string, args: readonly Value[]): Value | null {
    const target = this.program.solver.instance(this.program.solver.func(`src/std/hooks#${name}`), []);
    return this.callInstance(target, [null, null, null, ...args]);
  }

  undefined(): Value {
    return immediate(this.b, VALUE_UNDEFINED, 'value');
  }

  text(text: string): Value {
    const cell = this.b.emit('ref.static', 'ref', [], { symbol: this.program.statics.string(text) });
    this.texts.set(cell, text);
    return cell;
  }

  /** The string that a typed value was made of by `text`, or undefined. */
  textOf(value: Value): string | undefined {
    return this.texts.get(value);
  }

  i64(value: number | bigint): Value {
    return this.b.emit('i64.const', 'i64', [], { value: BigInt(value) });
  }

  /** A value that depends on a condition, computed in blocks of its own; null results are undefined. */
  choose(condition: Value, rep: Rep | null, then: () => Value | null, otherwise: () => Value | null): Value | null {
    const yes = this.func.newBlock();
    const no = this.func.newBlock();
    const join = this.func.newBlock(rep ? [rep] : []);
    this.b.branch(condition, yes, no);
    for (const [block, make] of [[yes, then], [no, otherwise]] as const) {
      this.b.block = block;
      const value = make();
      this.b.jump(join, rep ? [coerce(this.b, value ?? immediate(this.b, VALUE_UNDEFINED, rep), rep, 'join')] : []);
    }
    this.b.block = join;
    return rep ? join.params[0]! : null;
  }
}

function canBe(kinds: Kinds, truth: boolean): boolean {
  return (kinds.prims & (truth ? TRUE : FALSE)) !== 0;
}

/** Reached blocks with dominators first: reverse postorder over reached edges. */
function dominanceOrder(func: Func, instance: Instance): Block[] {
  const seen = new Set<Block>();
  const order: Block[] = [];
  const visit = (start: Block): void => {
    const stack: [Block, number][] = [[start, 0]];
    seen.add(start);
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const edge = top[0].term.edges[top[1]++];
      if (!edge) order.push(stack.pop()![0]);
      else if (!seen.has(edge.block) && instance.isReached(edge.block)) {
        seen.add(edge.block);
        stack.push([edge.block, 0]);
      }
    }
  };
  visit(func.entry);
  return order.reverse();
}
