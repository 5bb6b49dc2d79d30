import { dominators } from '../ir/dominators.ts';
import { type Block, type Edge, type Func, type Instr, predecessors, type Value } from '../ir/function.ts';
import { naturalLoops } from '../ir/loops.ts';
import type { Pass } from '../ir/pass.ts';
import type { Rep } from '../ir/rep.ts';
import { replaceUses } from './replace.ts';

/**
 * Gives block parameters that are doubles a second one beside them, which holds the integer that their uses convert them to:
 *
 *     b1(%p: f64):  … f64.toint32 %p …  %d = i32.tof64 %i  jump -> b1(%d)      becomes
 *     b1(%p: f64, %q: i32):  … %q …  %d = i32.tof64 %i  jump -> b1(%d, %i)
 *
 * A double that was read from an array of integers, or computed by `| 0`, goes around a loop without conversions so; if nothing else needs
 * it, the double itself is dead. An argument that is no converted integer is converted where a loop is entered, never inside it.
 * (Strength reduction through phi functions, as in Cooper, Simpson, Vick, "Operator Strength Reduction", TOPLAS 2001, for conversions.)
 *
 * Requires: nothing. Preserves: control flow.
 */
export const convertParameters: Pass = { name: 'convert-parameters', level: 1, after: {}, run };

type Conversion = 'f64.toint32' | 'f64.toi64';
const RESULT: Record<Conversion, Rep> = { 'f64.toint32': 'i32', 'f64.toi64': 'i64' };
/** Operations that give what the conversion does: f64.toi32 is of numbers in range only. */
const SAME: Record<Conversion, readonly string[]> = { 'f64.toint32': ['f64.toint32', 'f64.toi32'], 'f64.toi64': ['f64.toi64'] };

interface Parameter {
  readonly block: Block;
  readonly index: number;
}

function run(func: Func): boolean {
  const conversions: Conversion[] = ['f64.toint32', 'f64.toi64'];
  const occurs = (conversion: Conversion): boolean => func.blocks.some(({ instrs }) => instrs.some(({ op }) => SAME[conversion].includes(op)));
  return conversions.filter(occurs).map((conversion) => new Converter(func, conversion).run()).some(Boolean);
}

class Converter {
  private readonly func: Func;
  private readonly conversion: Conversion;
  private readonly definitions = new Map<Value, Instr>();
  private readonly parameters = new Map<Value, Parameter>();
  private readonly incoming: Map<Block, { from: Block; edge: Edge }[]>;
  private readonly bodies: Map<Block, ReadonlySet<Block>>;
  /** By double: its integer. */
  private readonly converted = new Map<Value, Value>();

  constructor(func: Func, conversion: Conversion) {
    this.func = func;
    this.conversion = conversion;
    this.incoming = predecessors(func);
    this.bodies = new Map(naturalLoops(func, dominators(func)).map(({ head, body }) => [head, body]));
    for (const block of func.blocks) {
      if (!block.handler) block.params.forEach((param, index) => this.parameters.set(param, { block, index }));
      for (const instr of block.instrs) if (instr.result) this.definitions.set(instr.result, instr);
    }
  }

  run(): boolean {
    const uses = this.func.blocks.flatMap((block) => block.instrs.filter(({ op, args }) => SAME[this.conversion].includes(op) && this.parameters.has(this.source(args[0]!))));
    const chosen = this.choose(uses.map(({ args }) => this.source(args[0]!)));
    if (chosen.size === 0) return false;
    for (const value of chosen) this.converted.set(value, this.func.newValue(RESULT[this.conversion]));
    for (const value of chosen) this.extend(value);
    this.replace(chosen, uses);
    return true;
  }

  /** What a double was before moves that keep the number: undefined and NaN convert alike. */
  private source(value: Value): Value {
    let at = value;
    for (let def = this.definitions.get(at); def && MOVES.has(def.op); def = this.definitions.get(at)) at = def.args[0]!;
    return at;
  }

  /** The parameters, of those asked for and those that they come from, all of whose arguments inside their loop are integers already. */
  private choose(wanted: readonly Value[]): Set<Value> {
    const chosen = new Set<Value>();
    const work = [...wanted];
    for (let value = work.pop(); value; value = work.pop()) {
      if (chosen.has(value)) continue;
      chosen.add(value);
      for (const { argument } of this.argumentsOf(value)) if (this.parameters.has(argument)) work.push(argument);
    }
    for (let changed = true; changed; ) {
      changed = false;
      for (const value of chosen) {
        const fits = this.argumentsOf(value).every(({ argument, afterCall, entersLoop }) => chosen.has(argument) || (!afterCall && (entersLoop || this.isInteger(argument))));
        if (!fits) changed = chosen.delete(value) || changed;
      }
    }
    return chosen;
  }

  /** `afterCall`: nothing can be put between the call at the end of the block that passes it, and the edge. */
  private argumentsOf(value: Value): { argument: Value; afterCall: boolean; entersLoop: boolean }[] {
    const { block, index } = this.parameters.get(value)!;
    const body = this.bodies.get(block);
    return this.incoming.get(block)!.map(({ from, edge }) => ({
      argument: this.source(edge.args[index]!),
      afterCall: from.term.op === 'except',
      entersLoop: body !== undefined && !body.has(from),
    }));
  }

  private isInteger(value: Value): boolean {
    const def = this.definitions.get(value);
    return def !== undefined && (INTEGERS.has(def.op) || (def.op === 'i64.tof64' && def.attrs.exact === true));
  }

  /** Adds the integer beside the double to its block's parameters and to the edges there. */
  private extend(value: Value): void {
    const { block, index } = this.parameters.get(value)!;
    block.params.push(this.converted.get(value)!);
    for (const { from, edge } of this.incoming.get(block)!) edge.args.push(this.integerOf(this.source(edge.args[index]!), from));
  }

  /** The integer of an argument, at the end of the block that passes it. */
  private integerOf(value: Value, at: Block): Value {
    const known = this.converted.get(value);
    if (known) return known;
    const rep = RESULT[this.conversion];
    const def = this.definitions.get(value);
    switch (def?.op) {
      case 'i32.tof64': return rep === 'i32' ? def.args[0]! : this.emit(at, 'i32.sext64', rep, def.args);
      case 'i64.tof64': if (def.attrs.exact) return rep === 'i64' ? def.args[0]! : this.emit(at, 'i64.wrap32', rep, def.args);
    }
    if (def?.op === 'f64.const' || def?.op === 'f64u.const') {
      const integer = this.conversion === 'f64.toint32' ? toInt32OfBits(def.attrs.bits as bigint) : toInt64OfBits(def.attrs.bits as bigint);
      return this.emit(at, `${rep}.const`, rep, [], { value: integer });
    }
    const double = value.rep === 'f64u' ? this.emit(at, 'f64u.assume', 'f64', [value], { proof: 'operand' }) : value;
    return this.emit(at, this.conversion, rep, [double]);
  }

  private emit(at: Block, op: string, rep: Rep, args: Value[], attrs: Instr['attrs'] = {}): Value {
    const result = this.func.newValue(rep);
    const instr: Instr = { op, args: [...args], attrs, result, position: at.term.position };
    at.instrs.push(instr);
    return result;
  }

  private replace(chosen: ReadonlySet<Value>, uses: readonly Instr[]): void {
    const done = uses.filter(({ args }) => chosen.has(this.source(args[0]!)));
    const gone = new Set(done);
    for (const block of this.func.blocks) block.instrs = block.instrs.filter((instr) => !gone.has(instr));
    replaceUses(this.func, new Map(done.map(({ args, result }) => [result!, this.converted.get(this.source(args[0]!))!])));
  }
}

const MOVES = new Set(['f64.tof64u', 'f64u.tof64', 'f64u.assume']);
const INTEGERS = new Set(['i32.tof64', 'f64.const', 'f64u.const']);

const word = new DataView(new ArrayBuffer(8));

function doubleOf(bits: bigint): number {
  word.setBigUint64(0, BigInt.asUintN(64, bits));
  return word.getFloat64(0);
}

/** ECMAScript ToInt32, as f64.toint32. */
function toInt32OfBits(bits: bigint): bigint {
  const x = doubleOf(bits);
  return Number.isFinite(x) ? BigInt.asIntN(32, BigInt(Math.trunc(x))) : 0n;
}

const LEAST_INT64 = -(2n ** 63n);

/** Truncation, or the least integer where that is out of range, as f64.toi64. */
function toInt64OfBits(bits: bigint): bigint {
  const x = doubleOf(bits);
  if (!Number.isFinite(x)) return LEAST_INT64;
  const truncated = BigInt(Math.trunc(x));
  return truncated === BigInt.asIntN(64, truncated) ? truncated : LEAST_INT64;
}
