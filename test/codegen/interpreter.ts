/**
 * An interpreter of typed IR: the oracle of the code generator's tests. Values are 64-bit patterns as bigints: i32 and bool are
 * zero-extended, doubles their bits with NaN canonical. A call of `test_collect` moves what tracked values point to, as harness.asm does.
 */
import { type Block, boundParams, type Edge, type Func, type Instr, type Value } from '../../src/ir/function.ts';
import { constantBits } from '../../src/ir/ops.ts';
import { isTracked } from '../../src/ir/rep.ts';

export class OutOfFuel extends Error {}

/** An exception in flight. */
class Thrown extends Error {
  readonly value: bigint;

  constructor(value: bigint) {
    super('thrown');
    this.value = value;
  }
}

type Frame = Map<Value, bigint>;

const POINTER_SHIFT = 40n;
const MOVE_BYTES = 8n;

export class Interpreter {
  private readonly functions: ReadonlyMap<string, Func>;
  private readonly symbols: string[] = [];
  private readonly memory = new Map<bigint, number>();
  private readonly frames: Frame[] = [];
  private nextAddress = 0x1000n;
  private fuel: number;

  constructor(functions: readonly Func[], fuel: number) {
    this.functions = new Map(functions.map((func) => [func.symbol, func]));
    this.fuel = fuel;
  }

  /** The result's bits, or the complement of what was thrown. */
  run(symbol: string, args: readonly bigint[]): bigint {
    try {
      return BigInt.asUintN(64, this.call(symbol, args) ?? 0n);
    } catch (error) {
      if (error instanceof Thrown) return BigInt.asUintN(64, ~error.value);
      throw error;
    }
  }

  private call(symbol: string, args: readonly bigint[]): bigint | null {
    if (symbol === 'test_collect') {
      this.collect();
      return null;
    }
    const func = this.functions.get(symbol)!;
    const frame: Frame = new Map(func.params.map((param, i) => [param, narrow(param, args[i])]));
    const depth = this.frames.push(frame);
    try {
      return this.body(func, frame);
    } finally {
      this.frames.length = depth - 1;
    }
  }

  private collect(): void {
    for (const frame of this.frames) {
      for (const [value, bits] of frame) if (isTracked(value.rep) && bits >> POINTER_SHIFT === 1n) frame.set(value, bits + MOVE_BYTES);
    }
  }

  private body(func: Func, frame: Frame): bigint | null {
    let block: Block = func.entry;
    for (;;) {
      const handler = block.term.op === 'except' ? block.term.edges[1] : null;
      let caught: bigint | null = null;
      const plain = handler ? block.instrs.length - 1 : block.instrs.length;
      for (const instr of block.instrs.slice(0, plain)) this.step(instr, frame);
      try {
        for (const instr of block.instrs.slice(plain)) this.step(instr, frame);
      } catch (error) {
        if (!(error instanceof Thrown) || !handler) throw error;
        caught = error.value;
      }
      const { term } = block;
      const args = term.args.map((arg) => frame.get(arg)!);
      let edge: Edge;
      if (caught !== null) {
        edge = handler!;
        this.bind(edge, frame);
        frame.set(edge.block.params[0], caught);
        block = edge.block;
        continue;
      }
      switch (term.op) {
        case 'return':
          return args[0] ?? null;
        case 'throw':
          throw new Thrown(args[0]);
        case 'branch':
          edge = term.edges[args[0] ? 0 : 1];
          break;
        case 'switch': {
          const bits = term.args[0].rep === 'i32' ? 32 : 64;
          const i = term.cases.findIndex((value) => BigInt.asIntN(bits, value) === BigInt.asIntN(bits, args[0]));
          edge = term.edges[i < 0 ? term.cases.length : i];
          break;
        }
        case 'unreachable':
          throw new Error('unreachable');
        default:
          edge = term.edges[0];
      }
      this.bind(edge, frame);
      block = edge.block;
    }
  }

  private bind(edge: Edge, frame: Frame): void {
    const bits = edge.args.map((arg) => frame.get(arg)!);
    boundParams(edge).forEach((param, i) => frame.set(param, bits[i]));
  }

  private step(instr: Instr, frame: Frame): void {
    if (--this.fuel < 0) throw new OutOfFuel();
    const args = instr.args.map((arg) => frame.get(arg)!);
    const bits = this.evaluate(instr, args);
    if (instr.result) frame.set(instr.result, narrow(instr.result, bits ?? 0n));
  }

  private evaluate(instr: Instr, args: readonly bigint[]): bigint | null {
    const { op, attrs } = instr;
    const dot = op.indexOf('.');
    const kind = op.slice(0, dot);
    const name = op.slice(dot + 1);
    if (name === 'const') return BigInt.asUintN(64, constantBits(instr));
    const special = SPECIAL[op];
    if (special) return special(args, instr);
    if (kind === 'i32' || kind === 'i64') return integer(kind === 'i32' ? 32 : 64, name, args);
    if (kind === 'f64') return double(name, args);
    if (kind === 'load') return this.load(name, this.address(instr, args, args.length > 1));
    if (kind === 'store') {
      this.store(name, this.address(instr, args.slice(0, -1), args.length > 2), args[args.length - 1]);
      return null;
    }
    switch (op) {
      case 'call':
        return this.call(attrs.target as string, args);
      case 'call.indirect':
        return this.call(this.symbols[Number(args[0])], args.slice(1));
      case 'symbol.addr':
        return BigInt(this.symbols.push(attrs.symbol as string) - 1);
      case 'alloc':
      case 'stack.buffer': {
        const address = this.nextAddress;
        this.nextAddress += BigInt(attrs.bytes as number) + 64n;
        return address;
      }
      default:
        throw new Error(`the interpreter has no ${op}`);
    }
  }

  private address(instr: Instr, args: readonly bigint[], indexed: boolean): bigint {
    const index = indexed ? args[1] * BigInt((instr.attrs.scale as number) || 1) : 0n;
    return BigInt.asUintN(64, args[0] + index + BigInt((instr.attrs.offset as number) ?? 0));
  }

  private load(width: string, address: bigint): bigint {
    const bytes = WIDTHS[width];
    let bits = 0n;
    for (let i = bytes - 1; i >= 0; i--) bits = (bits << 8n) | BigInt(this.memory.get(address + BigInt(i)) ?? 0);
    if (width === 'f32') return bitsOf(floatOf(Number(bits)));
    return width === 'i8' || width === 'i16' ? BigInt.asIntN(8 * bytes, bits) : bits;
  }

  private store(width: string, address: bigint, x: bigint): void {
    const bits = width === 'f32' ? BigInt(floatBits(doubleOf(x))) : x;
    for (let i = 0; i < WIDTHS[width]; i++) this.memory.set(address + BigInt(i), Number((bits >> BigInt(8 * i)) & 0xffn));
  }
}

const WIDTHS: Record<string, number> = {
  u8: 1, i8: 1, u16: 2, i16: 2, i32: 4, f32: 4, i64: 8, f64: 8, f64u: 8, ref: 8, value: 8, '8': 1, '16': 2, '32': 4, '64': 8,
};

function narrow({ rep }: Value, bits: bigint): bigint {
  return BigInt.asUintN(rep === 'i32' ? 32 : rep === 'bool' ? 1 : 64, bits);
}

const word = new DataView(new ArrayBuffer(8));
const NAN_BITS = 0x7ff8_0000_0000_0000n;

export function bitsOf(x: number): bigint {
  if (x !== x) return NAN_BITS;
  word.setFloat64(0, x);
  return word.getBigUint64(0);
}

export function doubleOf(bits: bigint): number {
  word.setBigUint64(0, BigInt.asUintN(64, bits));
  return word.getFloat64(0);
}

function floatOf(bits: number): number {
  word.setUint32(0, bits);
  return word.getFloat32(0);
}

function floatBits(x: number): number {
  word.setFloat32(0, x);
  return word.getUint32(0);
}

function integer(bits: 32 | 64, name: string, [x, y = 0n]: readonly bigint[]): bigint {
  const signed = (n: bigint): bigint => BigInt.asIntN(bits, n);
  const unsigned = (n: bigint): bigint => BigInt.asUintN(bits, n);
  const [a, b, ua, ub] = [signed(x), signed(y), unsigned(x), unsigned(y)];
  const count = ub % BigInt(bits);
  const compare = (holds: boolean): bigint => (holds ? 1n : 0n);
  switch (name) {
    case 'add': return a + b;
    case 'sub': return a - b;
    case 'mul': return a * b;
    case 'and': return a & b;
    case 'or': return a | b;
    case 'xor': return a ^ b;
    case 'shl': return ua << count;
    case 'shr': return ua >> count;
    case 'sar': return a >> count;
    case 'neg': return -a;
    case 'not': return ~a;
    case 'div_s': return a / b;
    case 'div_u': return ua / ub;
    case 'rem_s': return a % b;
    case 'rem_u': return ua % ub;
    case 'mulhi_u': return (ua * ub) >> 64n;
    case 'ctlz': return BigInt(bits - (ua === 0n ? 0 : ua.toString(2).length));
    case 'cttz': return ua === 0n ? BigInt(bits) : BigInt((ua & -ua).toString(2).length - 1);
    case 'eq': return compare(a === b);
    case 'ne': return compare(a !== b);
    case 'lt_s': return compare(a < b);
    case 'le_s': return compare(a <= b);
    case 'gt_s': return compare(a > b);
    case 'ge_s': return compare(a >= b);
    case 'lt_u': return compare(ua < ub);
    case 'le_u': return compare(ua <= ub);
    case 'gt_u': return compare(ua > ub);
    case 'ge_u': return compare(ua >= ub);
    case 'sext64': return BigInt.asIntN(32, x);
    case 'zext64': return BigInt.asUintN(32, x);
    case 'wrap32': return x;
    case 'sext8': return BigInt.asIntN(8, x);
    case 'sext16': return BigInt.asIntN(16, x);
    case 'tof64': return bitsOf(Number(a));
    case 'u.tof64': return bitsOf(Number(ua));
    default: throw new Error(`the interpreter has no integer operation ${name}`);
  }
}

function double(name: string, args: readonly bigint[]): bigint {
  const [a, b] = args.map(doubleOf);
  const compare = (holds: boolean): bigint => (holds ? 1n : 0n);
  switch (name) {
    case 'add': return bitsOf(a + b);
    case 'sub': return bitsOf(a - b);
    case 'mul': return bitsOf(a * b);
    case 'div': return bitsOf(a / b);
    case 'neg': return bitsOf(-a);
    case 'abs': return bitsOf(Math.abs(a));
    case 'sqrt': return bitsOf(Math.sqrt(a));
    case 'floor': return bitsOf(Math.floor(a));
    case 'ceil': return bitsOf(Math.ceil(a));
    case 'trunc': return bitsOf(Math.trunc(a));
    case 'round32': return bitsOf(Math.fround(a));
    case 'eq': return compare(a === b);
    case 'ne': return compare(a !== b);
    case 'lt': return compare(a < b);
    case 'le': return compare(a <= b);
    case 'gt': return compare(a > b);
    case 'ge': return compare(a >= b);
    case 'bits': case 'frombits': case 'tof64u': return args[0];
    case 'toi32': return BigInt(Math.trunc(a));
    case 'toi64': return a >= -(2 ** 63) && a < 2 ** 63 ? BigInt(Math.trunc(a)) : 1n << 63n;
    case 'toint32': return BigInt(a | 0);
    case 'canonical': return bitsOf(a);
    default: throw new Error(`the interpreter has no double operation ${name}`);
  }
}

const UNDEFINED_DOUBLE = 0x7ff0_0000_0000_0001n;
const HOLE_DOUBLE = 0x7ff0_0000_0000_0002n;
const INT32_TAG = 0xfffe_0000_0000_0000n;
const DOUBLE_OFFSET = 0x0002_0000_0000_0000n;

const flag = (holds: boolean): bigint => (holds ? 1n : 0n);

const SPECIAL: Record<string, ((args: readonly bigint[], instr: Instr) => bigint) | undefined> = {
  'bool.not': ([a]) => a ^ 1n,
  'bool.and': ([a, b]) => a & b,
  'bool.or': ([a, b]) => a | b,
  'bool.eq': ([a, b]) => flag(a === b),
  'bool.toi32': ([a]) => a,
  select: ([cond, a, b]) => (cond ? a : b),
  'f64u.tof64': ([a]) => bitsOf(doubleOf(a)),
  'f64u.assume': ([a]) => a,
  'f64u.isundefined': ([a]) => flag(a === UNDEFINED_DOUBLE),
  'f64u.ishole': ([a]) => flag(a === HOLE_DOUBLE),
  'f64u.isabsent': ([a]) => flag(a === UNDEFINED_DOUBLE || a === HOLE_DOUBLE),
  'box.i32': ([a]) => INT32_TAG | a,
  'box.f64': ([a]) => a + DOUBLE_OFFSET,
  'box.f64u': ([a]) => (a === UNDEFINED_DOUBLE ? 0x02n : a === HOLE_DOUBLE ? 0x12n : a + DOUBLE_OFFSET),
  'box.bool': ([a]) => 0x06n | a,
  'unbox.i32': ([a]) => BigInt.asUintN(32, a),
  'unbox.f64': ([a]) => unboxNumber(a),
  'unbox.f64u': ([a]) => (a === 0x02n ? UNDEFINED_DOUBLE : a === 0x12n ? HOLE_DOUBLE : unboxNumber(a)),
  'unbox.bool': ([a]) => a & 1n,
  'value.isint': ([a]) => flag(a >= INT32_TAG),
  'value.isnumber': ([a]) => flag(a >= DOUBLE_OFFSET),
  'value.iscell': ([a]) => flag(a >= 0x1000n && a < 1n << 48n),
  'value.isbool': ([a]) => flag(a === 0x06n || a === 0x07n),
  'value.is': ([a], { attrs }) => flag(a === BigInt.asUintN(64, BigInt(attrs.bits as number | bigint))),
  'value.eqbits': ([a, b]) => flag(a === b),
  'ref.eq': ([a, b]) => flag(a === b),
  'value.bits': ([a]) => a,
  'value.frombits': ([a]) => a,
  'value.toref': ([a]) => a,
  'ref.tovalue': ([a]) => a,
  'ref.bits': ([a]) => a,
  'ref.frombits': ([a]) => a,
};

function unboxNumber(bits: bigint): bigint {
  return bits >= INT32_TAG ? bitsOf(Number(BigInt.asIntN(32, bits))) : bits - DOUBLE_OFFSET;
}
