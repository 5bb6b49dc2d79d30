import type { Instr, Value } from '../ir/function.ts';
import { VALUE_FALSE, VALUE_HOLE, VALUE_NULL, VALUE_TRUE, VALUE_UNDEFINED } from '../layout/value.ts';
import { FALSE, HOLE, NULL, NULLISH, NUMBER, TRUE, UNDEFINED } from '../flow/kinds.ts';
import { binary, unary } from './arithmetic.ts';
import { callFunction, callMethod, callSpread } from './call.ts';
import { compare, truthy } from './comparison.ts';
import { constructSpread, constructValue, initFields, superCall } from './construct.ts';
import { copyProperties, define, defineAccessor, makeArray, makeCell, makeClass, makeClosure, makeObject, objectRest, pushElement, readCapture, readCell, spreadElements, writeCapture, writeCell } from './creation.ts';
import { isPrimitive, isStringValue } from './dispatch.ts';
import { readIndex, writeIndex } from './element.ts';
import type { Emitter } from './emitter.ts';
import { intrinsic, isArrayValue } from './intrinsic.ts';
import * as iteration from './iteration.ts';
import { readGlobal, readNamed, storeGlobal, writeNamed } from './property.ts';
import { box, repOf } from './representation.ts';
import { readSuper, writeSuper } from './super.ts';

/** How each JS-level operation becomes typed code. The result may have any representation; the emitter moves it to that of its kinds. */
export const RULES: Record<string, (e: Emitter, instr: Instr) => Value | null> = {
  'js.const': constant,
  'js.frombool': (e, { args }) => e.value(args[0]!),
  'js.truthy': (e, { args }) => truthy(e, args[0]!),
  'js.test': testKind,
  'js.refine': (e, { args }) => e.value(args[0]!),
  'js.unary': unary,
  'js.binary': binary,
  'js.compare': compare,

  'js.global.get': (e, { attrs }) => readGlobal(e, attrs.global as string),
  'js.global.set': (e, { args, attrs }) => {
    storeGlobal(e, e.program.global(attrs.global as string), e.value(args[0]!));
    return null;
  },
  'js.builtin': builtin,
  'js.capture': readCapture,
  'js.capture.set': writeCapture,
  'js.cell': makeCell,
  'js.cell.get': readCell,
  'js.cell.set': writeCell,
  'js.checktdz': checkTdz,
  'js.closure': makeClosure,

  'js.get': readNamed,
  'js.set': writeNamed,
  'js.getindex': readIndex,
  'js.setindex': writeIndex,
  'js.delete': (e, { args, attrs }) => e.runtime('deleteProperty', [e.boxed(args[0]!), e.text(attrs.name as string)]),
  'js.deleteindex': (e, { args }) => e.runtime('deleteProperty', [e.boxed(args[0]!), e.boxed(args[1]!)]),
  'js.super.get': readSuper,
  'js.super.set': writeSuper,

  'js.call': callFunction,
  'js.callmethod': callMethod,
  'js.callspread': callSpread,
  'js.new': constructValue,
  'js.newspread': constructSpread,
  'js.super.call': superCall,
  'js.super.callspread': superCall,
  'js.initfields': initFields,
  'js.intrinsic': intrinsic,

  'js.object': makeObject,
  'js.define': define,
  'js.defineaccessor': defineAccessor,
  'js.objectrest': objectRest,
  'js.copyproperties': copyProperties,
  'js.array': makeArray,
  'js.array.push': pushElement,
  'js.array.spread': spreadElements,
  'js.class': makeClass,
  'js.forinkeys': (e, { args }) => e.runtime('forInKeys', [e.boxed(args[0]!)]),

  'js.iterate': iteration.open,
  'js.iterate.fetch': iteration.fetch,
  'js.iterate.done': iteration.done,
  'js.iterate.value': iteration.value,
  'js.iterate.step': iteration.step,
  'js.iterate.close': iteration.close,
};

const IMMEDIATES: Record<string, bigint> = { undefined: VALUE_UNDEFINED, null: VALUE_NULL, true: VALUE_TRUE, false: VALUE_FALSE, hole: VALUE_HOLE };

function constant(e: Emitter, { attrs, result }: Instr): Value {
  if (attrs.kind === 'string') return e.text(attrs.value as string);
  if (attrs.kind !== 'number') return e.b.emit('value.const', 'value', [], { bits: IMMEDIATES[attrs.kind as string]! });
  const bits = attrs.value as bigint;
  const kinds = e.kinds(result!);
  const rep = repOf(kinds);
  if (rep === 'i32' || rep === 'i64') return e.b.emit(`${rep}.const`, rep, [], { value: BigInt(kinds.range!.lo) });
  return e.b.emit('f64.const', 'f64', [], { bits });
}

/** Functions of the runtime that look at a cell's kind. */
const KIND_TESTS: Record<string, string> = { symbol: 'isSymbol', bigint: 'isBigInt', function: 'isFunction', object: 'isObject' };

function testKind(e: Emitter, instr: Instr): Value {
  const [operand] = instr.args as [Value];
  const kinds = e.kinds(operand);
  const decided = e.kinds(instr.result!).prims;
  if (decided === TRUE || decided === FALSE) return e.b.emit('bool.const', 'bool', [], { value: decided === TRUE });
  const value = e.value(operand);
  switch (instr.attrs.kind) {
    case 'undefined': return isPrimitive(e, value, UNDEFINED);
    case 'null': return isPrimitive(e, value, NULL);
    case 'nullish': return isPrimitive(e, value, NULLISH);
    case 'hole': return isPrimitive(e, value, HOLE);
    case 'number': return isPrimitive(e, value, NUMBER);
    case 'boolean': return isPrimitive(e, value, TRUE | FALSE);
    case 'string': return isStringValue(e, box(e.b, value));
    case 'array': return isArrayValue(e, value, kinds);
    default: return e.runtime(KIND_TESTS[instr.attrs.kind as string]!, [box(e.b, value)])!;
  }
}

function builtin(e: Emitter, { attrs }: Instr): Value {
  const { solver } = e.program;
  const symbol = solver.program.exports.get(`src/std/globals#${attrs.name as string}`)!;
  if (symbol.startsWith('namespace:')) {
    const o = solver.namespace(symbol.slice('namespace:'.length));
    return e.b.emit('ref.static', 'ref', [], { symbol: e.program.functionCell(o) });
  }
  return readGlobal(e, symbol);
}

function checkTdz(e: Emitter, { args, attrs }: Instr): Value {
  const [operand] = args as [Value];
  const value = e.value(operand);
  if ((e.kinds(operand).prims & HOLE) === 0) return value;
  const hole = value.rep === 'f64u' ? e.b.emit('f64u.ishole', 'bool', [value]) : e.b.emit('value.is', 'bool', [box(e.b, value)], { bits: VALUE_HOLE });
  e.choose(hole, null, () => e.runtime('throwUninitialised', [e.text(attrs.name as string)]), () => null);
  return value;
}
