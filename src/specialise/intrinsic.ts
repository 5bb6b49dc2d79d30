import type { Kinds } from '../flow/kinds.ts';
import { BOOLEAN, NUMBER, OPAQUE, TRUE } from '../flow/kinds.ts';
import type { AbstractObject } from '../flow/object.ts';
import { classOf } from '../flow/properties.ts';
import { test } from '../flow/refine.ts';
import type { Instr, Value } from '../ir/function.ts';
import { toDouble, toInt32 } from './arithmetic.ts';
import { argumentsOf, callValue, groupBy } from './call.ts';
import { dispatch } from './dispatch.ts';
import type { Emitter } from './emitter.ts';
import type { Slot } from './layout.ts';
import { placeOf, storeSlot } from './property.ts';
import { box, coerce, repOf } from './representation.ts';

/** Functions of src/std/intrinsics.ts that are operations; the others are runtime functions of the same name. */
const INLINE: Record<string, (e: Emitter, instr: Instr) => Value | null> = {
  f64Sqrt: (e, { args }) => e.b.emit('f64.sqrt', 'f64', [toDouble(e, args[0]!)]),
  f64Floor: (e, { args }) => e.b.emit('f64.floor', 'f64', [toDouble(e, args[0]!)]),
  f64Ceil: (e, { args }) => e.b.emit('f64.ceil', 'f64', [toDouble(e, args[0]!)]),
  f64Trunc: (e, { args }) => e.b.emit('f64.trunc', 'f64', [toDouble(e, args[0]!)]),
  f64Abs: (e, { args }) => e.b.emit('f64.abs', 'f64', [toDouble(e, args[0]!)]),
  f64RoundToSingle: (e, { args }) => e.b.emit('f64.round32', 'f64', [toDouble(e, args[0]!)]),
  f64High: (e, { args }) => e.b.emit('i64.wrap32', 'i32', [e.b.emit('i64.shr', 'i64', [bitsOf(e, args[0]!), e.i64(32)])]),
  f64Low: (e, { args }) => e.b.emit('i64.wrap32', 'i32', [bitsOf(e, args[0]!)]),
  f64FromWords: (e, { args }) => {
    const high = e.b.emit('i64.shl', 'i64', [e.b.emit('i32.zext64', 'i64', [toInt32(e, args[0]!)]), e.i64(32)]);
    const low = e.b.emit('i32.zext64', 'i64', [toInt32(e, args[1]!)]);
    const double = e.b.emit('f64.frombits', 'f64', [e.b.emit('i64.or', 'i64', [high, low])]);
    return e.b.emit('f64.canonical', 'f64', [double]);
  },
  i32Multiply: (e, { args }) => e.b.emit('i32.mul', 'i32', [toInt32(e, args[0]!), toInt32(e, args[1]!)]),
  i32CountLeadingZeros: (e, { args }) => e.b.emit('i32.ctlz', 'i32', [toInt32(e, args[0]!)]),
  isArray: (e, { args }) => {
    const kinds = e.kinds(args[0]!);
    const decided = test('array', kinds).prims;
    if (decided !== BOOLEAN) return e.b.emit('bool.const', 'bool', [], { value: decided === TRUE });
    return isArrayValue(e, e.value(args[0]!), kinds);
  },
  // Methods of arrays read what looks like one too (src/flow/foreign-receivers.ts).
  isHole: (e, { args }) => {
    const [base, index] = args as [Value, Value];
    const kinds = e.kinds(base);
    const indexOf = (): Value => coerce(e.b, toDouble(e, index), 'i64', 'isHole');
    // Library code that has asked isArray: no method gets such a receiver.
    if (kinds.prims & OPAQUE) return e.runtime('isHole', [e.as(base, 'ref'), indexOf()]);
    const arrays = [...kinds.objects].filter((o) => o.kind === 'array');
    const typed = [...kinds.objects].filter((o) => o.kind === 'typed');
    const others = [...kinds.objects].filter((o) => o.kind !== 'array' && o.kind !== 'typed');
    return dispatch(e, e.value(base), kinds, [
      { prims: ~0, objects: typed, make: (): Value => e.b.emit('bool.const', 'bool', [], { value: false }) },
      { prims: 0, objects: others, make: (self: Value) => e.b.emit('bool.not', 'bool', [e.runtime('hasProperty', [self, e.boxed(index)])!]) },
      { prims: 0, objects: arrays, make: (self: Value) => e.runtime('isHole', [self, indexOf()]) },
    ], 'bool');
  },
  callGetterOn: (e, instr) => {
    const [getter, receiver] = instr.args as [Value, Value];
    return callValue(e, instr, e.value(getter), e.kinds(getter), e.value(receiver), argumentsOf(e, []), []);
  },
  callSetterOn: (e, instr) => {
    const [setter, receiver, v] = instr.args as [Value, Value, Value];
    callValue(e, instr, e.value(setter), e.kinds(setter), e.value(receiver), argumentsOf(e, [v]), []);
    return null;
  },
  applyFunction: (e, instr) => {
    const [f, self, list] = instr.args as [Value, Value, Value];
    return callValue(e, instr, e.value(f), e.kinds(f), e.value(self), { values: [], kinds: [], list: { value: e.value(list), kinds: e.kinds(list) } }, []);
  },
  newArray: (e, instr) => {
    const [o] = e.kinds(instr.result!).objects;
    const name = e.program.elementsRep(o!) === 'f64u' ? 'newArrayF64' : 'newArrayValue';
    e.program.shape(o!);
    return e.runtime(name, [coerce(e.b, toDouble(e, instr.args[0]!), 'i64', 'length')]);
  },
  defineHidden: (e, instr) => {
    const [base, key, v] = instr.args as [Value, Value, Value];
    const name = e.program.solver.constantString(e.instance, key);
    if (name === null) throw new Error(`defineHidden with a computed name in ${e.instance.key}`);
    const slotOf = (o: AbstractObject): Slot => e.program.layouts.of(o).slots.get(name)!;
    const groups = groupBy([...e.kinds(base).objects], (o) => `${slotOf(o).offset} ${slotOf(o).rep}`);
    dispatch(e, e.value(base), e.kinds(base), groups.map((objects) => ({
      prims: 0, objects, make: (self: Value) => {
        storeSlot(e, self, slotOf(objects[0]!), e.value(v));
        return null;
      },
    })), null);
    return null;
  },
  hasBuiltInToString: (e, { args }) => {
    const kinds = e.kinds(args[0]!);
    const own = (o: AbstractObject): boolean => o.kind === 'instance' && hasToString(e, o);
    const constant = (value: boolean) => (): Value => e.b.emit('bool.const', 'bool', [], { value });
    return dispatch(e, e.value(args[0]!), kinds, [
      { prims: ~0, objects: [...kinds.objects].filter((o) => !own(o)), make: constant(true) },
      { prims: 0, objects: [...kinds.objects].filter(own), make: constant(false) },
    ], 'bool');
  },
  getProperty: (e, instr) => {
    const [base, key] = instr.args as [Value, Value];
    const name = e.program.solver.constantString(e.instance, key);
    const kinds = e.kinds(base);
    if (name !== null && kinds.prims === 0) {
      return dispatch(e, e.value(base), kinds, [...kinds.objects].map((o) => ({
        prims: 0, objects: [o], make: (self: Value) => placeOf(e, instr, o, name).read(e, self),
      })), repOf(e.kinds(instr.result!)));
    }
    return e.runtime('getProperty', [box(e.b, e.value(base)), e.boxed(key)]);
  },
};

/** A toString of the program's own: of a class that is no part of the library. */
function hasToString(e: Emitter, o: AbstractObject): boolean {
  for (let c = classOf(o); c; c = e.program.solver.parentOf(c)) {
    if (c.classInfo!.members.some(({ name, static: isStatic }) => name === 'toString' && !isStatic)) return !c.classInfo!.file.includes('src/std/');
  }
  return o.initialNames.includes('toString');
}

function bitsOf(e: Emitter, operand: Value): Value {
  return e.b.emit('f64.bits', 'i64', [toDouble(e, operand)]);
}

export function isArrayValue(e: Emitter, value: Value, kinds: Kinds): Value {
  const constant = (v: boolean) => (): Value => e.b.emit('bool.const', 'bool', [], { value: v });
  const arrays = [...kinds.objects].filter((o) => o.kind === 'array');
  if (kinds.prims & OPAQUE) return e.runtime('isArray', [box(e.b, value)])!;
  return dispatch(e, value, kinds, [
    { prims: ~0, objects: [...kinds.objects].filter((o) => o.kind !== 'array'), make: constant(false) },
    { prims: 0, objects: arrays, make: constant(true) },
  ], 'bool')!;
}

/** `js.intrinsic`. */
export function intrinsic(e: Emitter, instr: Instr): Value | null {
  const name = instr.attrs.name as string;
  const inline = Object.hasOwn(INLINE, name) ? INLINE[name] : undefined;
  if (inline) return inline(e, instr);
  const { params } = e.program.runtimeFunction(name);
  const args = params.map((param, i) => {
    const operand = instr.args[i];
    if (!operand) return e.undefined();
    // Integer parameters take any number that the library passes, truncated.
    const kinds = e.kinds(operand);
    const isNumber = kinds.objects.size === 0 && kinds.prims === NUMBER;
    if ((param.rep === 'i32' || param.rep === 'i64' || param.rep === 'f64') && !isNumber) return coerce(e.b, toDouble(e, operand), param.rep, name);
    return e.as(operand, param.rep);
  });
  return e.runtime(name, args);
}
