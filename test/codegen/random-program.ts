/** Random typed functions for comparing the code generator with the interpreter. Every program ends; most throw and catch. */
import { Builder } from '../../src/ir/builder.ts';
import { type Attrs, type Block, Func, type Value } from '../../src/ir/function.ts';
import type { Rep } from '../../src/ir/rep.ts';
import { bitsOf } from './interpreter.ts';

/** xorshift32: the same programs for the same seed. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = (Math.imul(seed, 0x9e3779b1) ^ 0x85ebca6b) | 1;
  }

  next(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return x >>> 0;
  }

  below(n: number): number {
    return this.next() % n;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)];
  }
}

const REPS: readonly Rep[] = ['i32', 'i64', 'f64', 'bool', 'value'];
const INTEGERS: readonly bigint[] = [0n, 1n, 2n, 3n, 5n, 7n, 8n, 9n, 16n, 31n, 63n, 100n, -1n, -2n, -8n, 0x7fff_ffffn, -0x8000_0000n, 0xffff_ffffn, 0x1234_5678_9abc_def0n, -0x8000_0000_0000_0000n];
const DOUBLES: readonly number[] = [0, -0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 3e9, -3e9, 4503599627370497.5, 2 ** 53, 2 ** 63, -(2 ** 63), 2 ** 64 + 2 ** 33, 1e300, -1e-300, Infinity, -Infinity, NaN, 123456.789];

/** Bits of an interesting value of a representation. */
export function randomBits(random: Random, rep: Rep): bigint {
  switch (rep) {
    case 'f64':
      return bitsOf(random.pick(DOUBLES));
    case 'bool':
      return BigInt(random.below(2));
    case 'value':
      return random.chance(60) ? (1n << 40n) + 8n * BigInt(random.below(1000)) : random.pick([2n, 0x0an, 6n, 0xfffe_0000_0000_0007n]);
    default:
      return BigInt.asUintN(rep === 'i32' ? 32 : 64, random.chance(70) ? random.pick(INTEGERS) : BigInt(random.next()) * 0x1_2345n);
  }
}

/** The functions of a random program; later ones call earlier ones. */
export function randomProgram(seed: number): Func[] {
  const random = new Random(seed);
  const functions: Func[] = [];
  const count = 1 + random.below(4);
  for (let i = 0; i < count; i++) functions.push(new FunctionMaker(random, `seed${seed}.ts#f${i}`, functions).make());
  return functions;
}

class FunctionMaker {
  private readonly random: Random;
  private readonly callees: readonly Func[];
  private readonly func: Func;
  private readonly b: Builder;
  /** The current values of the variables; joins have a parameter for each. */
  private variables: Value[] = [];
  private budget: number;

  constructor(random: Random, symbol: string, callees: readonly Func[]) {
    this.random = random;
    this.callees = [...callees];
    this.func = new Func(symbol, 'typed', random.pick(REPS), 't.ts', symbol);
    this.b = new Builder(this.func, this.func.newBlock());
    this.budget = 5 + random.below(40);
  }

  make(): Func {
    const { random, func } = this;
    const params = random.below(random.chance(20) ? 14 : 6);
    for (let i = 0; i < params; i++) this.variables.push(func.addParam(random.pick(REPS)));
    const locals = 5 + random.below(random.chance(40) ? 40 : 8);
    for (const rep of REPS) this.variables.push(this.constant(rep));
    for (let i = 0; i < locals; i++) this.variables.push(this.constant(random.pick(REPS)));
    this.statements(0);
    this.b.return(this.digest(func.result!));
    return func;
  }

  private constant(rep: Rep): Value {
    const bits = randomBits(this.random, rep);
    if (rep === 'f64') return this.b.emit('f64.const', 'f64', [], { bits });
    if (rep === 'bool') return this.b.emit('bool.const', 'bool', [], { value: bits === 1n });
    if (rep === 'value') return this.b.emit('value.frombits', 'value', [this.b.emit('i64.const', 'i64', [], { value: bits })]);
    return this.b.emit(`${rep}.const`, rep, [], { value: BigInt.asIntN(rep === 'i32' ? 32 : 64, bits) });
  }

  private variable(rep: Rep): Value {
    return this.random.pick(this.variables.filter((value) => value.rep === rep));
  }

  private assign(value: Value): void {
    const places = this.variables.flatMap(({ rep }, i) => (rep === value.rep ? [i] : []));
    this.variables = this.variables.with(this.random.pick(places), value);
  }

  private statements(depth: number): void {
    const count = 1 + this.random.below(depth === 0 ? 12 : 5);
    for (let i = 0; i < count && this.budget > 0; i++) {
      this.budget--;
      this.statement(depth);
    }
  }

  private statement(depth: number): void {
    const { random } = this;
    const kind = random.below(100);
    if (kind < 45 || depth > 3) this.assign(this.expression(random.pick(REPS), 3));
    else if (kind < 55) this.conditional(depth);
    else if (kind < 63) this.loop(depth);
    else if (kind < 68) this.choice(depth);
    else if (kind < 75) this.b.effect('call', [], { target: 'test_collect' });
    else if (kind < 85) this.call();
    else if (kind < 90) this.throwing();
    else if (kind < 95) this.memory();
    else this.shuffle();
  }

  /** Exchanges variables: parallel moves on the next edge. */
  private shuffle(): void {
    this.variables = [...this.variables];
    for (const rep of REPS) {
      const places = this.variables.flatMap((value, i) => (value.rep === rep ? [i] : []));
      const values = places.map((i) => this.variables[i]);
      const by = 1 + this.random.below(places.length);
      places.forEach((place, i) => (this.variables[place] = values[(i + by) % places.length]));
    }
  }

  private expression(rep: Rep, depth: number): Value {
    const { random, b } = this;
    if (depth === 0 || random.chance(25)) return random.chance(70) ? this.variable(rep) : this.constant(rep);
    const sub = (of: Rep): Value => this.expression(of, depth - 1);
    if (random.chance(8)) return b.emit('select', rep, [sub('bool'), sub(rep), sub(rep)]);
    switch (rep) {
      case 'i32':
        return this.integer32(sub);
      case 'i64':
        return this.integer64(sub);
      case 'f64':
        return this.double(sub);
      case 'bool':
        return this.condition(sub);
      default:
        return this.boxed(sub);
    }
  }

  private binary(rep: 'i32' | 'i64', sub: (of: Rep) => Value): Value {
    const { random, b } = this;
    if (random.chance(20)) {
      // The divisor's low bits are set and its sign cleared, so that it is neither 0 nor -1.
      const one = b.emit(`${rep}.const`, rep, [], { value: 1n });
      const mask = b.emit(`${rep}.const`, rep, [], { value: 0xfffn });
      const divisor = random.chance(40)
        ? b.emit(`${rep}.const`, rep, [], { value: random.pick([1n, 2n, 3n, 7n, 8n, 10n, 64n, 1000n, 0x4000_0000n]) })
        : b.emit(`${rep}.or`, rep, [b.emit(`${rep}.and`, rep, [sub(rep), mask]), one]);
      return b.emit(`${rep}.${random.pick(['div_s', 'div_u', 'rem_s', 'rem_u'])}`, rep, [sub(rep), divisor]);
    }
    return b.emit(`${rep}.${random.pick(['add', 'add', 'sub', 'mul', 'and', 'or', 'xor', 'shl', 'shr', 'sar'])}`, rep, [sub(rep), sub(rep)]);
  }

  private integer32(sub: (of: Rep) => Value): Value {
    const { random, b } = this;
    switch (random.below(12)) {
      case 0: return b.emit(random.pick(['i32.neg', 'i32.not', 'i32.ctlz', 'i32.cttz', 'i32.sext8', 'i32.sext16']), 'i32', [sub('i32')]);
      case 1: return b.emit('i64.wrap32', 'i32', [sub('i64')]);
      case 2: return b.emit('f64.toint32', 'i32', [sub('f64')]);
      case 3: return b.emit('bool.toi32', 'i32', [sub('bool')]);
      case 4: return b.emit('unbox.i32', 'i32', [b.emit('box.i32', 'value', [sub('i32')])], { proof: 'boxed here' });
      default: return this.binary('i32', sub);
    }
  }

  private integer64(sub: (of: Rep) => Value): Value {
    const { random, b } = this;
    switch (random.below(12)) {
      case 0: return b.emit(random.pick(['i64.neg', 'i64.not', 'i64.ctlz', 'i64.cttz']), 'i64', [sub('i64')]);
      case 1: return b.emit('i32.zext64', 'i64', [sub('i32')]);
      case 2: return b.emit('i32.sext64', 'i64', [sub('i32')]);
      case 3: return b.emit('f64.toi64', 'i64', [sub('f64')]);
      case 4: return b.emit('i64.mulhi_u', 'i64', [sub('i64'), sub('i64')]);
      case 5: return b.emit('f64.bits', 'i64', [b.emit('f64.canonical', 'f64', [sub('f64')])]);
      case 6: {
        const scale = b.emit('i64.const', 'i64', [], { value: BigInt(random.below(5)) });
        const sum = b.emit('i64.add', 'i64', [sub('i64'), b.emit('i64.shl', 'i64', [sub('i64'), scale])]);
        return b.emit('i64.add', 'i64', [sum, b.emit('i64.const', 'i64', [], { value: BigInt(random.below(100) - 50) })]);
      }
      default: return this.binary('i64', sub);
    }
  }

  private double(sub: (of: Rep) => Value): Value {
    const { random, b } = this;
    switch (random.below(12)) {
      case 0: return b.emit(random.pick(['f64.neg', 'f64.abs', 'f64.sqrt', 'f64.floor', 'f64.ceil', 'f64.trunc', 'f64.round32', 'f64.canonical']), 'f64', [sub('f64')]);
      case 1: return b.emit(random.pick(['i32.tof64', 'i32.u.tof64']), 'f64', [sub('i32')]);
      case 2: return b.emit('i64.tof64', 'f64', [sub('i64')]);
      case 3: return b.emit('unbox.f64', 'f64', [this.number(sub)], { proof: 'boxed here' });
      case 4: return b.emit('f64u.tof64', 'f64', [b.emit('unbox.f64u', 'f64u', [this.number(sub)], { proof: 'boxed here' })]);
      default: return b.emit(`f64.${random.pick(['add', 'sub', 'mul', 'div'])}`, 'f64', [sub('f64'), sub('f64')]);
    }
  }

  private number(sub: (of: Rep) => Value): Value {
    const { random, b } = this;
    return random.chance(50) ? b.emit('box.i32', 'value', [sub('i32')]) : b.emit('box.f64', 'value', [b.emit('f64.canonical', 'f64', [sub('f64')])]);
  }

  private condition(sub: (of: Rep) => Value): Value {
    const { random, b } = this;
    const rep = random.pick(['i32', 'i64'] as const);
    switch (random.below(9)) {
      case 0: return b.emit('bool.not', 'bool', [sub('bool')]);
      case 1: return b.emit(random.pick(['bool.and', 'bool.or', 'bool.eq']), 'bool', [sub('bool'), sub('bool')]);
      case 2: case 3: return b.emit(`f64.${random.pick(['eq', 'ne', 'lt', 'le', 'gt', 'ge'])}`, 'bool', [sub('f64'), sub('f64')]);
      case 4: return b.emit(random.pick(['value.isint', 'value.isnumber', 'value.iscell', 'value.isbool']), 'bool', [sub('value')]);
      case 5: return b.emit('value.eqbits', 'bool', [sub('value'), sub('value')]);
      default:
        return b.emit(`${rep}.${random.pick(['eq', 'ne', 'lt_s', 'le_s', 'gt_s', 'ge_s', 'lt_u', 'le_u', 'gt_u', 'ge_u'])}`, 'bool', [sub(rep), sub(rep)]);
    }
  }

  private boxed(sub: (of: Rep) => Value): Value {
    const { random, b } = this;
    switch (random.below(5)) {
      case 0: return b.emit('box.i32', 'value', [sub('i32')]);
      case 1: return b.emit('box.bool', 'value', [sub('bool')]);
      case 2: return b.emit('box.f64', 'value', [b.emit('f64.canonical', 'f64', [sub('f64')])]);
      case 3: return b.emit('ref.tovalue', 'value', [b.emit('value.toref', 'ref', [sub('value')], { proof: 'test' })]);
      default: return this.constant('value');
    }
  }

  private join(): Block {
    return this.func.newBlock(this.variables.map(({ rep }) => rep));
  }

  private enter(block: Block): void {
    this.b.block = block;
    this.variables = [...block.params];
  }

  private conditional(depth: number): void {
    const cond = this.expression('bool', 2);
    const [then, otherwise, join] = [this.func.newBlock(), this.func.newBlock(), this.join()];
    const before = this.variables;
    this.b.branch(cond, then, otherwise);
    for (const block of [then, otherwise]) {
      this.b.block = block;
      this.variables = [...before];
      this.statements(depth + 1);
      this.b.jump(join, this.variables);
    }
    this.enter(join);
  }

  private loop(depth: number): void {
    const { b, func } = this;
    const zero = b.emit('i32.const', 'i32', [], { value: 0n });
    const limit = b.emit('i32.const', 'i32', [], { value: BigInt(1 + this.random.below(4)) });
    const header = func.newBlock([...this.variables.map(({ rep }) => rep), 'i32']);
    const [body, exit] = [func.newBlock(), func.newBlock()];
    b.jump(header, [...this.variables, zero]);
    this.b.block = header;
    const counter = header.params[header.params.length - 1];
    this.variables = header.params.slice(0, -1);
    const atExit = this.variables;
    b.branch(b.emit('i32.lt_s', 'bool', [counter, limit]), body, exit);
    b.block = body;
    this.variables = [...atExit];
    this.statements(depth + 1);
    const one = b.emit('i32.const', 'i32', [], { value: 1n });
    b.jump(header, [...this.variables, b.emit('i32.add', 'i32', [counter, one])]);
    b.block = exit;
    this.variables = [...atExit];
  }

  private choice(depth: number): void {
    const { b, random } = this;
    const rep = random.pick(['i32', 'i64'] as const);
    const scrutinee = this.expression(rep, 2);
    const spread = random.pick([1n, 1n, 3n, 0x1000_0001n]);
    const first = BigInt(random.below(10)) - 5n;
    const cases = Array.from({ length: random.below(9) }, (_, i) => first + spread * BigInt(i));
    const join = this.join();
    const before = this.variables;
    const targets = cases.map(() => (random.chance(30) ? join : this.func.newBlock()));
    const otherwise = this.func.newBlock();
    b.switch(scrutinee, cases, [...targets, otherwise].map((block) => ({ block, args: block === join ? before : [] })));
    for (const block of [...targets, otherwise]) {
      if (block === join) continue;
      b.block = block;
      this.variables = [...before];
      this.statements(depth + 1);
      b.jump(join, this.variables);
    }
    this.enter(join);
  }

  /** A call of a function made before, direct or by address, some inside a try. */
  private call(): void {
    const { random, b, func } = this;
    if (this.callees.length === 0) return;
    const callee = random.pick(this.callees);
    const args = callee.params.map(({ rep }) => this.expression(rep, 1));
    const indirect = random.chance(20) ? b.emit('symbol.addr', 'i64', [], { symbol: callee.symbol }) : null;
    const emit = (): Value =>
      indirect ? b.emit('call.indirect', callee.result!, [indirect, ...args]) : b.emit('call', callee.result!, args, { target: callee.symbol });
    if (!random.chance(40)) {
      this.assign(emit());
      return;
    }
    const passed = this.variables;
    const normal = func.newBlock();
    const handler = func.newBlock(['value', ...passed.map(({ rep }) => rep)]);
    handler.handler = true;
    const join = this.join();
    const result = emit();
    b.except(normal, [], handler, passed);
    b.block = normal;
    this.assign(result);
    b.jump(join, this.variables);
    b.block = handler;
    this.variables = handler.params.slice(1);
    this.assign(handler.params[0]);
    b.jump(join, this.variables);
    this.enter(join);
  }

  private throwing(): void {
    const { b, func } = this;
    const cond = this.expression('bool', 2);
    const [leave, stay] = [func.newBlock(), func.newBlock()];
    b.branch(cond, leave, stay);
    b.block = leave;
    b.throw(this.variable('value'));
    b.block = stay;
  }

  /** Stores into a new cell or buffer and loads back, at widths and with addresses of all kinds. */
  private memory(): void {
    const { random, b } = this;
    const isCell = random.chance(50);
    const base = isCell ? b.emit('alloc', 'ref', [], { shape: 'test_shape', bytes: 64 }) : b.emit('stack.buffer', 'i64', [], { bytes: 64 });
    const seven = b.emit('i64.const', 'i64', [], { value: 3n });
    for (let i = 0; i < 3; i++) {
      const index = random.chance(50) ? [b.emit('i64.and', 'i64', [this.variable('i64'), seven])] : [];
      const attrs: Attrs = index.length > 0 ? { offset: 8 + 8 * random.below(3), scale: 8 } : { offset: 8 + 8 * random.below(6) };
      const rep = random.pick(['i64', 'f64', 'value', 'i32'] as const);
      const [store, load] = rep === 'i32' ? random.pick([['store.8', 'load.u8'], ['store.8', 'load.i8'], ['store.16', 'load.i16'], ['store.16', 'load.u16'], ['store.32', 'load.i32']]) : ['store.64', `load.${rep}`];
      b.effect(store, [base, ...index, this.expression(rep, 1)], attrs);
      if (random.chance(30)) b.effect(store, [base, ...index, this.expression(rep, 1)], attrs);
      const loaded = b.emit(load, rep, [base, ...index], attrs);
      this.assign(rep === 'value' ? loaded : random.chance(50) || rep === 'f64' ? loaded : b.emit(`${rep}.add`, rep, [this.variable(rep), loaded]));
    }
  }

  /** A hash over all variables, so that each of them matters. */
  private digest(rep: Rep): Value {
    const { b } = this;
    const factor = b.emit('i64.const', 'i64', [], { value: 31n });
    let hash = b.emit('i64.const', 'i64', [], { value: 17n });
    for (const value of this.variables) {
      hash = b.emit('i64.add', 'i64', [b.emit('i64.mul', 'i64', [hash, factor]), this.bits(value)]);
    }
    switch (rep) {
      case 'i64': return hash;
      case 'i32': return b.emit('i64.wrap32', 'i32', [hash]);
      case 'f64': return b.emit('i64.tof64', 'f64', [hash]);
      case 'bool': return b.emit('i64.lt_s', 'bool', [hash, factor]);
      default: return b.emit('box.i32', 'value', [b.emit('i64.wrap32', 'i32', [hash])]);
    }
  }

  private bits(value: Value): Value {
    const { b } = this;
    switch (value.rep) {
      case 'i64': return value;
      case 'i32': return b.emit('i32.zext64', 'i64', [value]);
      case 'bool': return b.emit('i32.sext64', 'i64', [b.emit('bool.toi32', 'i32', [value])]);
      case 'f64': return b.emit('f64.bits', 'i64', [b.emit('f64.canonical', 'f64', [value])]);
      default: return b.emit('value.bits', 'i64', [value]);
    }
  }
}
