import {
  type Attrs, type AttrValue, type Block, type Edge, type Func, type Instr, NO_ATTRS, NO_POSITION, type Position, type Value,
} from './function.ts';
import type { Rep } from './rep.ts';

/** Appends instructions and terminators to a function, one block at a time. */
export class Builder {
  readonly func: Func;
  block: Block;
  position: Position = NO_POSITION;

  constructor(func: Func, block: Block) {
    this.func = func;
    this.block = block;
  }

  /** An instruction with a result. */
  emit(op: string, rep: Rep, args: Value[] = [], attrs: Attrs = NO_ATTRS): Value {
    const result = this.func.newValue(rep);
    this.push(op, args, attrs, result);
    return result;
  }

  /** An instruction without a result. */
  effect(op: string, args: Value[] = [], attrs: Attrs = NO_ATTRS): void {
    this.push(op, args, attrs, null);
  }

  private push(op: string, args: Value[], attrs: Record<string, AttrValue> | Attrs, result: Value | null): void {
    const instr: Instr = { op, args, attrs, result, position: this.position };
    this.block.instrs.push(instr);
  }

  private end(op: Block['term']['op'], args: Value[], edges: Edge[], cases: bigint[] = []): void {
    this.block.term = { op, args, edges, cases, position: this.position };
  }

  jump(block: Block, args: Value[] = []): void {
    this.end('jump', [], [{ block, args }]);
  }

  branch(cond: Value, then: Block, otherwise: Block, thenArgs: Value[] = [], otherwiseArgs: Value[] = []): void {
    this.end('branch', [cond], [{ block: then, args: thenArgs }, { block: otherwise, args: otherwiseArgs }]);
  }

  switch(scrutinee: Value, cases: bigint[], edges: Edge[]): void {
    this.end('switch', [scrutinee], edges, cases);
  }

  return(value?: Value): void {
    this.end('return', value ? [value] : [], []);
  }

  throw(value: Value): void {
    this.end('throw', [value], []);
  }

  /** The last instruction may throw to `handler`. */
  except(normal: Block, normalArgs: Value[], handler: Block, handlerArgs: Value[]): void {
    this.end('except', [], [{ block: normal, args: normalArgs }, { block: handler, args: handlerArgs }]);
  }

  unreachable(): void {
    this.end('unreachable', [], []);
  }
}
