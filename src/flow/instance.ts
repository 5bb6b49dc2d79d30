import { type Block, boundParams, type Func, type Instr, type Terminator, type Value } from '../ir/function.ts';
import { FALSE, flow, isEmpty, joinKinds, type Kinds, NOTHING, object, OPAQUE, primitive, type Task, TRUE, UNDEFINED, Var } from './kinds.ts';
import type { AbstractObject } from './object.ts';
import type { ObjectSet } from './object-set.ts';
import { PerObject } from './per-object.ts';
import type { Solver } from './solver.ts';
import { transfer } from './transfer.ts';

/** An instruction or terminator in a context. */
export interface Place {
  readonly instance: Instance;
  readonly instr: Instr | Terminator;
}

/** Whoever asks after the solution: nothing wakes it. */
const OBSERVER: Task = { queued: true, run: () => {} };

/** A function in a context. */
export class Instance {
  readonly solver: Solver;
  readonly func: Func;
  readonly key: string;
  readonly context: readonly string[];
  readonly result: Var;
  private readonly vars: Var[] = [];
  private readonly reached = new Set<Block>();

  constructor(solver: Solver, func: Func, key: string, context: readonly string[]) {
    this.solver = solver;
    this.func = func;
    this.key = key;
    this.context = context;
    this.result = new Var(`${key} result`);
  }

  private noteCallee(callee: Instance): void {
    if (!this.evaluated) return;
    const known = this.callees.get(this.evaluated);
    if (known) known.add(callee);
    else this.callees.set(this.evaluated, new Set([callee]));
  }

  start(): void {
    if (this.reached.size === 0) this.reach(this.func.entry);
  }

  isReached(block: Block): boolean {
    return this.reached.has(block);
  }

  var(value: Value): Var {
    return (this.vars[value.id] ??= new Var(`${this.key} %${value.id}`));
  }

  /** What can be passed for a parameter of the function. */
  bind(index: number, kinds: Kinds): void {
    const param = this.func.params[index];
    if (param) flow(kinds, this.var(param), this.solver.queue);
  }

  private reach(block: Block): void {
    if (this.reached.has(block)) return;
    this.reached.add(block);
    if (block.handler) this.solver.thrown.flowInto(this.var(block.params[0]!), this.solver.queue);
    for (const instr of block.instrs) this.addTask(instr.args, () => this.evaluate(instr));
    const { term } = block;
    const edgeArgs = term.edges.flatMap((edge) => edge.args);
    this.addTask([...term.args, ...edgeArgs], () => {
      this.solver.evaluating = { instance: this, instr: term };
      this.evaluateTerminator(block);
      this.solver.evaluating = null;
    });
  }

  private addTask(reads: readonly Value[], run: () => void): void {
    const task: Task = { queued: false, run: () => this.runAs(task, run) };
    for (const value of reads) this.var(value).dependOn(task);
    this.solver.queue.push(task);
  }

  /** The task being evaluated: what it reads beyond its operands wakes it when that grows. */
  private current: Task | null = null;

  private runAs(task: Task, run: () => void): void {
    const before = this.current;
    this.current = task;
    run();
    this.current = before;
  }

  /** Evaluates a rule after the solution: nothing is woken by what it reads. */
  asObserver<T>(rule: () => T): T {
    const before = this.current;
    this.current = OBSERVER;
    const result = rule();
    this.current = before;
    return result;
  }

  /**
   * What a rule gives for the objects together. `inputs`: what it depends on beside the object and neither reads nor lets flow; `name`
   * tells it from other rules of the same instruction. Results of calls go straight into what the rule gives, but inside `asOperand`.
   */
  perObject(name: string, objects: ObjectSet, inputs: readonly Kinds[], rule: (o: AbstractObject) => Kinds): Kinds {
    const task = this.current!;
    if (task === OBSERVER || !PerObject.pays(objects)) {
      let result: Kinds = NOTHING;
      for (const o of objects) result = joinKinds(result, rule(o));
      return result;
    }
    const instr = this.evaluated!;
    const parts = (task.parts ??= new Map<string, PerObject>());
    let part = parts.get(name);
    if (!part) parts.set(name, (part = new PerObject(`${this.key} ${name}`)));
    const { result } = part;
    part.apply(objects, inputs, rule, this.solver.queue, (own, body) => {
      const before = this.returnTo;
      this.returnTo = result;
      this.evaluateAs(instr, own, body);
      this.returnTo = before;
    });
    return this.read(result);
  }

  /** The rule being evaluated gives just what its calls return: they return to this variable. */
  private returnTo: Var | null = null;

  /** Evaluates what needs to see the results of its calls. */
  asOperand<T>(rule: () => T): T {
    const before = this.returnTo;
    this.returnTo = null;
    const result = rule();
    this.returnTo = before;
    return result;
  }

  private returned(result: Var): Kinds {
    if (!this.returnTo) return this.read(result);
    result.flowInto(this.returnTo, this.solver.queue);
    return NOTHING;
  }

  /** Reads a variable other than an operand on behalf of the current instruction. */
  read(variable: Var): Kinds {
    variable.dependOn(this.current!);
    return variable;
  }

  /** What each reached instruction calls. */
  readonly callees = new Map<Instr, Set<Instance>>();
  private evaluated: Instr | null = null;

  private evaluate(instr: Instr): void {
    this.evaluateAs(instr, this.current!, () => {
      const kinds = transfer(this, instr);
      if (instr.result) this.var(instr.result).add(kinds, this.solver.queue);
    });
  }

  private evaluateAs(instr: Instr, task: Task, body: () => void): void {
    const { evaluated } = this;
    const { evaluating } = this.solver;
    this.evaluated = instr;
    this.solver.evaluating = evaluating?.instr === instr && evaluating.instance === this ? evaluating : { instance: this, instr };
    this.runAs(task, body);
    this.evaluated = evaluated;
    this.solver.evaluating = evaluating;
  }

  private evaluateTerminator(block: Block): void {
    const { term } = block;
    const { queue } = this.solver;
    switch (term.op) {
      case 'return':
        this.result.add(term.args[0] ? this.var(term.args[0]) : primitive(UNDEFINED), queue);
        return;
      case 'throw':
        this.solver.thrown.add(this.var(term.args[0]!), queue);
        return;
      case 'branch': {
        const condition = this.var(term.args[0]!);
        if (condition.prims & (TRUE | OPAQUE)) this.flow(term.edges[0]!);
        if (condition.prims & (FALSE | OPAQUE)) this.flow(term.edges[1]!);
        return;
      }
      default:
        for (const edge of term.edges) this.flow(edge);
    }
  }

  private flow(edge: { block: Block; args: Value[] }): void {
    boundParams(edge).forEach((param, i) => this.var(param).add(this.var(edge.args[i]!), this.solver.queue));
    this.reach(edge.block);
  }

  /** What the [Symbol.iterator] methods gave to a js.iterate: what is no iterator is not in its result. */
  givenIterators(instr: Instr): Var {
    let given = this.iterators.get(instr.result!);
    if (!given) this.iterators.set(instr.result!, (given = new Var(`${this.key} iterators of %${instr.result!.id}`)));
    return given;
  }

  private readonly iterators = new Map<Value, Var>();

  /** A call whose arguments are always the same. */
  callOnce(callee: Instance, args: readonly Kinds[]): void {
    if (this.calledOnce.has(callee)) this.noteCallee(callee);
    else callee.call(this, NOTHING, primitive(UNDEFINED), primitive(UNDEFINED), args);
    this.calledOnce.add(callee);
  }

  private readonly calledOnce = new Set<Instance>();

  /**
   * A call of this instance from another: binds the arguments, and gives what it returns. `task`s of the caller are woken when that grows.
   * Formals without an argument get undefined; a rest parameter gets an array object of this instance.
   */
  call(caller: Instance, closure: Kinds, self: Kinds, newTarget: Kinds, args: readonly Kinds[], spread: Kinds = NOTHING): Kinds {
    const { func } = this;
    caller.noteCallee(this);
    this.bind(0, closure);
    this.bind(1, self);
    this.bind(2, newTarget);
    const formals = func.params.length - 3;
    for (let i = 0; i < formals; i++) {
      if (func.attrs.rest === true && i === formals - 1) {
        const rest = this.solver.object('array', `rest:${this.key}`, [(func.attrs.restKey as string | undefined) ?? 'any']);
        for (const arg of args.slice(i)) flow(arg, rest.elements, this.solver.queue);
        flow(spread, rest.elements, this.solver.queue);
        this.bind(i + 3, object(rest));
      } else {
        const given = args[i] ?? primitive(UNDEFINED);
        this.bind(i + 3, isEmpty(spread) ? given : joinKinds(given, joinKinds(spread, primitive(UNDEFINED))));
      }
    }
    this.start();
    return caller.returned(this.result);
  }
}
