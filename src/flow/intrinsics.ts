import type { Instr } from '../ir/function.ts';
import { callObject, functionInstance, listElements } from './calls.ts';
import {
  BOOLEAN, HOLE, joinKinds, type Kinds, NOTHING, NULL, numbers, object, objectsOf, OPAQUE, primitive, STRING, SYMBOL, UNDEFINED,
} from './kinds.ts';
import { ANY_NUMBER, floorRange, INT32, integers, LENGTH, type Range } from './range.ts';
import { listStatics, nameStatics, readElement, readFields, readOwn, writeElement } from './properties.ts';
import { hasKnownPrototype, prototypesOf } from './prototypes.ts';
import type { Instance } from './instance.ts';
import { test } from './refine.ts';
import { numericRange } from './operators.ts';

/**
 * What the functions of src/std/intrinsics.ts return and store. Reflection (getProperty …) gives OPAQUE: any value, on which only
 * reflection, printing and comparison are done.
 */

type Rule = (at: Instance, instr: Instr, args: readonly Kinds[]) => Kinds;

const gives = (kinds: Kinds): Rule => () => kinds;
const number = (range: Range): Rule => gives(numbers(range));
const string = gives(primitive(STRING));
const boolean = gives(primitive(BOOLEAN));
const nothing = gives(primitive(UNDEFINED));
const never = gives(NOTHING);

/** Something lists the properties of the objects. */
const listing = (rule: Rule): Rule => (at, instr, args) => {
  for (const o of args[0]!.objects) if (o.kind === 'class') listStatics(at, o);
  return rule(at, instr, args);
};

/** Something looks for their properties, enumerable or not. */
const naming = (rule: Rule): Rule => (at, instr, args) => {
  for (const o of args[0]!.objects) if (o.kind === 'class') nameStatics(at, instr, o);
  return rule(at, instr, args);
};

/** A property of the objects, of the kinds that `read` finds in each. */
const reading = (read: typeof readElement): Rule => (at, instr, [o, k]) => {
  const name = at.solver.constantString(at, instr.args[1]!);
  const found = at.perObject(name === null ? 'get' : `get ${name}`, o!.objects, [k!], (each) => {
    if (name !== null) return readOwn(at, instr, each, name);
    return each.kind !== 'namespace' && each.kind !== 'cell' ? read(at, instr, each, k!) : NOTHING;
  });
  return joinKinds(found, primitive(UNDEFINED));
};

const fresh = (key: string, elements: Kinds): Rule => (at, instr) => {
  const made = at.solver.object('array', `${instr.attrs.name as string}:${at.key}:${instr.result!.id}`, [key]);
  made.elements.add(elements, at.solver.queue);
  return object(made);
};
const typed = (at: Instance, name: string): Kinds => object(at.solver.object('typed', `typed:${name}`, [], (made) => {
  made.module = name;
}));
const ELEMENT_TYPES = ['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array'];

const RULES: Record<string, Rule> = {
  ...Object.fromEntries(['stringSlice', 'stringFromCharCode', 'stringJoin', 'numberToString', 'numberToFixed', 'numberToPrecision',
    'numberToExponential', 'numberToRadix', 'classNameOf', 'functionName', 'superclassName', 'decodeUtf8', 'argument', 'formatTrace',
    'sourceLine'].map((name) => [name, string])),
  ...Object.fromEntries(['hasOwnProperty', 'isEnumerable', 'hasProperty', 'deleteProperty'].map((name) => [name, naming(boolean)])),
  ...Object.fromEntries(['isHole', 'hasBuiltInToString'].map((name) => [name, boolean])),
  ...Object.fromEntries(['writeString', 'writeBytes', 'waitUntilMs', 'moveBytes'].map((name) => [name, nothing])),
  stringCharCode: number(integers(0, 65535)),
  typedArrayKind: number(integers(0, 10)),
  stringIndexOf: number(integers(-1, LENGTH.hi)),
  stringLastIndexOf: number(integers(-1, LENGTH.hi)),
  stringCompare: number(integers(-1, 1)),
  stringHash: number(INT32),
  stringToNumber: number(ANY_NUMBER),
  parseFloatPrefix: number(ANY_NUMBER),
  f64High: number(INT32),
  f64Low: number(INT32),
  f64FromWords: number(ANY_NUMBER),
  f64Sqrt: number(ANY_NUMBER),
  f64Abs: (_at, _instr, [a]) => {
    const range = numericRange(a!);
    if (!range) return NOTHING;
    const most = Math.max(Math.abs(range.lo), Math.abs(range.hi));
    return numbers({ lo: 0, hi: most, integer: range.integer, nan: range.nan });
  },
  f64Floor: (_at, _instr, [a]) => rounded(a!, floorRange),
  f64Ceil: number(ANY_NUMBER),
  f64Trunc: number(ANY_NUMBER),
  f64RoundToSingle: number(ANY_NUMBER),
  i32Multiply: number(INT32),
  i32CountLeadingZeros: number(integers(0, 32)),
  entropy: number(ANY_NUMBER),
  hashValue: number(INT32),
  nowMs: number(ANY_NUMBER),
  epochMs: number(ANY_NUMBER),
  argumentCount: number(LENGTH),
  accessorKind: number(integers(0, 3)),
  functionKind: number(integers(0, 8)),
  bufferByteLength: number(LENGTH),
  byteOffsetOf: number(LENGTH),
  elementByteSize: number(integers(1, 8)),
  platformExit: never,
  isArray: (_at, _instr, [a]) => test('array', a!),
  isTypedArray: (_at, _instr, [a]) => test('typed', a!),
  isArrayBuffer: (_at, _instr, [a]) => test('buffer', a!),
  ownKeys: listing(fresh('string', primitive(STRING))),
  integrityLevel: number(integers(0, 3)),
  setIntegrityLevel: (at, instr, [o]) => {
    at.solver.throwsError(at, 'TypeError');
    for (const each of o!.objects) {
      each.restricted = true;
      if (each.kind === 'class' || each.kind === 'namespace' || each.kind === 'prototype') at.solver.problem(at, instr, `freezing or sealing a ${each.kind === 'namespace' ? 'built-in object' : each.kind}`);
    }
    return primitive(UNDEFINED);
  },
  ownPropertyAttributes: naming(number(integers(-1, 15))),
  definePropertyWith: (at, instr, args) => {
    at.solver.throwsError(at, 'TypeError');
    for (const each of args[0]!.objects) {
      each.restricted = true;
      // Their names and lengths are constants to compiled code.
      if (each.kind !== 'literal' && each.kind !== 'instance' && each.kind !== 'array' && each.kind !== 'typed') at.solver.problem(at, instr, 'Object.defineProperty of a function, class, prototype or built-in object');
    }
    return writeProperty(at, instr, args);
  },
  ownNames: naming(fresh('string', primitive(STRING))),
  createDataProperty: writeProperty,
  setProperty: writeProperty,
  ownNamedKeys: fresh('string', primitive(STRING)),
  ownSymbols: (at, instr, [a]) => {
    const known = [...a!.objects].reduce((keys: Kinds, o) => joinKinds(keys, at.read(o.symbolKeys)), NOTHING);
    return fresh('symbol', a!.prims & OPAQUE ? primitive(SYMBOL) : known)(at, instr, [a!]);
  },
  symbolDescription: gives(primitive(STRING | UNDEFINED)),
  newSymbol: gives(primitive(SYMBOL)),
  getProperty: reading(readFields),
  getMember: reading(readElement),
  prototypeOf: (at, instr, [value]) => [...value!.objects].reduce((kinds, o) => {
    o.reflected = true;
    return joinKinds(kinds, hasKnownPrototype(o) ? prototypesOf(at, instr, o) : primitive(OPAQUE));
  }, primitive(value!.prims & OPAQUE ? NULL | OPAQUE : NULL)),
  newArray: (at, instr) => object(at.solver.object('array', `newArray:${at.key}:${instr.result!.id}`, [at.context[0] ?? 'any'], (made) => {
    made.elements.add(primitive(HOLE), at.solver.queue);
  })),
  makeHole: (at, _instr, [a]) => {
    for (const o of a!.objects) o.elements.add(primitive(HOLE), at.solver.queue);
    return primitive(UNDEFINED);
  },
  moveElements: nothing,
  defineHidden: (at, instr, [o, , v]) => {
    const name = at.solver.constantString(at, instr.args[1]!);
    for (const each of o!.objects) {
      if (name === null) writeElement(at, instr, each, primitive(STRING), v!);
      else {
        each.field(name).add(joinKinds(v!, primitive(HOLE)), at.solver.queue);
        each.hiddenNames.add(name);
      }
    }
    return primitive(UNDEFINED);
  },
  // Which accessor belongs to which receiver the flow bound where it found the accessor (reflectGetter in properties.ts).
  callGetterOn: (at, _instr, [getters]) => [...getters!.objects].reduce((kinds, o) => joinKinds(kinds, at.read(functionInstance(at, o, [], []).result)), NOTHING),
  callSetterOn: nothing,
  applyFunction: (at, instr, [f, self, list]) => {
    const elements = listElements(at, instr, list!);
    let result: Kinds = NOTHING;
    for (const callee of f!.objects) result = joinKinds(result, callObject(at, instr, callee, self!, [], [], elements));
    return result;
  },
  newArrayBuffer: (at) => object(at.solver.object('typed', 'buffer', [], (made) => { made.module = 'ArrayBuffer'; })),
  bufferOf: (at) => object(at.solver.object('typed', 'buffer', [], (made) => { made.module = 'ArrayBuffer'; })),
  asBuffer: (at) => typed(at, 'Buffer'),
  newTypedArrayLike: (_at, _instr, [like]) => typedOnly(like!),
  viewLike: (_at, _instr, [like]) => typedOnly(like!),
  encodeUtf8: (at) => typed(at, 'Uint8Array'),
  includedFile: (at) => joinKinds(typed(at, 'Uint8Array'), primitive(UNDEFINED)),
  raiseFault: (at) => {
    at.solver.callHook(at, 'throwFault', [numbers(integers(0, 31)), numbers(ANY_NUMBER), numbers(ANY_NUMBER), numbers(ANY_NUMBER)]);
    return primitive(UNDEFINED);
  },
  captureTrace: (at) => object(at.solver.object('cell', 'trace', [])),
  captureTraceAbove: (at) => object(at.solver.object('cell', 'trace', [])),
  ...Object.fromEntries(ELEMENT_TYPES.flatMap((name): [string, Rule][] => [[`new${name}`, (at) => typed(at, name)], [`view${name}`, (at) => typed(at, name)]])),
};

/** A property of a name that may be known at run time only. */
function writeProperty(at: Instance, instr: Instr, [o, k, v]: readonly Kinds[]): Kinds {
  for (const each of o!.objects) writeElement(at, instr, each, k!, v!);
  return primitive(UNDEFINED);
}

const typedOnly = (like: Kinds): Kinds => objectsOf(like.objects.filter((o) => o.kind === 'typed'));

function rounded(a: Kinds, rule: (range: Range) => Range): Kinds {
  const range = numericRange(a);
  return range ? numbers(rule(range)) : NOTHING;
}

export function intrinsic(at: Instance, instr: Instr, args: readonly Kinds[]): Kinds {
  const rule = RULES[instr.attrs.name as string];
  if (!rule) {
    at.solver.problem(at, instr, `intrinsic ${instr.attrs.name as string}`);
    return NOTHING;
  }
  return rule(at, instr, args);
}

