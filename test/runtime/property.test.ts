import { expect, test } from 'vitest';
import type { ref, value } from 'toro:machine';
import { doubleBits } from '../../src/layout/boxing.ts';
import { KIND_FUNCTION, KIND_OBJECT } from '../../src/layout/cell.ts';
import { ATTRIBUTE_ACCESSOR, ATTRIBUTE_CONFIGURABLE, ATTRIBUTE_ENUMERABLE, ATTRIBUTES_OF_ASSIGNMENT, SHAPE_EXTENSION_WORD, SLOT_BOOL, SLOT_F64, SLOT_F64U } from '../../src/layout/shape.ts';
import { F64U_HOLE_BITS, VALUE_HOLE } from '../../src/layout/value.ts';
import { arrayElement, arrayLengthOf, arraySetLength, arrayStoreF64, arrayStoreValue, arrayTailF64, arrayTailValue, hasF64Elements, isHole, makeHole, moveElements, newArrayF64, newArrayValue } from '../../src/runtime/array.ts';
import { dictionaryGet, dictionarySet } from '../../src/runtime/dictionary.ts';
import { forInKeys, ownKeys } from '../../src/runtime/own-keys.ts';
import { createDataProperty, deleteProperty, getIndexed, getNamed, hasOwnProperty, hasProperty, isEnumerable, setIndexed, setNamed, valueHasProperty } from '../../src/runtime/property.ts';
import { stringJoin } from '../../src/runtime/string-join.ts';
import { box, random, unbox } from './mutator.ts';
import { numberImage } from './number-image.ts';

const image = numberImage();
const key = (text: string): ref => image.freshString(text) as ref;
const index = (i: number): never => BigInt(i) as never;
const elements = (array: ref): unknown[] => Array.from({ length: arrayLengthOf(array) }, (_, i) => {
  const v = arrayElement(array, i as never);
  return v === VALUE_HOLE ? 'hole' : unbox(image, v);
});

/** An object with slots x (f64), flag (bool) and opt (optional f64u), room for a dictionary, and this prototype. */
function makeObject(prototype = 0x0an): ref {
  const shape = image.shape({
    kind: KIND_OBJECT, sizeWords: 5, pointerBitmap: 0b10, prototype,
    properties: [
      { key: image.string('x'), slot: 2, representation: SLOT_F64 },
      { key: image.string('flag'), slot: 3, representation: SLOT_BOOL },
      { key: image.string('opt'), slot: 4, representation: SLOT_F64U },
    ],
  });
  image.set32(shape + BigInt(SHAPE_EXTENSION_WORD), 1);
  const cell = image.allocate(40);
  [shape, 0n, doubleBits(1.5), 1n, F64U_HOLE_BITS].forEach((word, i) => image.set64(cell + BigInt(8 * i), word));
  return cell as ref;
}

test('arrays grow, shrink and keep holes, raw or boxed', () => {
  for (const [make, store, tail] of [[newArrayF64, arrayStoreF64, arrayTailF64], [newArrayValue, arrayStoreValue, arrayTailValue]] as const) {
    const array = make(index(2));
    expect(elements(array)).toEqual(['hole', 'hole']);
    store(array, index(5), box(image, 2.5));
    store(array, index(1), box(image, undefined));
    expect(elements(array)).toEqual(['hole', undefined, 'hole', 'hole', 'hole', 2.5]);
    expect(isHole(array, index(0)) && !isHole(array, index(1)) && isHole(array, index(6))).toBe(true);
    makeHole(array, index(1));
    moveElements(array, index(0), index(1), index(5));
    expect(elements(array)).toEqual(['hole', 'hole', 'hole', 'hole', 2.5, 2.5]);
    arraySetLength(array, box(image, 5));
    arraySetLength(array, box(image, 7));
    expect(elements(array)).toEqual(['hole', 'hole', 'hole', 'hole', 2.5, 'hole', 'hole']);
    expect(elements(tail(array, index(3)))).toEqual([undefined, 2.5, undefined, undefined]);
    expect(hasF64Elements(array)).toBe(make === newArrayF64);
    for (let i = 0; i < 1000; i++) store(array, index(i), box(image, i));
    expect(elements(array)).toEqual([...Array(1000).keys()]);
    expect(() => arraySetLength(array, box(image, -1))).toThrow(new RangeError('Invalid array length'));
  }
  expect(() => arrayStoreF64(newArrayF64(index(0)), index(0), box(image, 'x'))).toThrow('exit 134');
  expect(() => arrayStoreValue(newArrayValue(index(0)), index(-1), box(image, 1))).toThrow('exit 134');
});

test('slots are read boxed and written as their representation demands', () => {
  const object = makeObject();
  expect(unbox(image, getNamed(object as never, key('x')))).toBe(1.5);
  expect(unbox(image, getNamed(object as never, key('flag')))).toBe(true);
  expect(unbox(image, getNamed(object as never, key('opt')))).toBe(undefined);
  expect(hasOwnProperty(object, key('opt') as never)).toBe(false);
  setNamed(object as never, key('opt'), box(image, 3));
  setNamed(object as never, key('flag'), box(image, false));
  expect(unbox(image, getNamed(object as never, key('opt')))).toBe(3);
  expect(unbox(image, getNamed(object as never, key('flag')))).toBe(false);
  expect(deleteProperty(object as never, key('opt') as never)).toBe(true);
  expect(hasOwnProperty(object, key('opt') as never)).toBe(false);
  expect(() => setNamed(object as never, key('x'), box(image, 'no number'))).toThrow('exit 134');
});

test('a dictionary behaves as a Map of strings, through growth and deletion', () => {
  const object = makeObject();
  const expected: Record<string, number> = {};
  const next = random(9);
  for (let i = 0; i < 4000; i++) {
    const name = `k${next() % 300}`;
    if (next() % 3 === 0) {
      delete expected[name];
      deleteProperty(object as never, key(name) as never);
    } else {
      expected[name] = i;
      dictionarySet(object, key(name), box(image, i));
    }
    const probe = `k${next() % 300}`;
    expect(dictionaryGet(object, key(probe))).toBe(probe in expected ? box(image, expected[probe]) : VALUE_HOLE);
  }
  expect(elements(ownKeys(object))).toEqual(['x', 'flag', ...Object.keys(expected)]);
});

test('indices come first, ascending', () => {
  const object = makeObject();
  const expected: Record<string, number> = { x: 0, flag: 0 };
  for (const name of ['b', '10', 'a', '9', '0', '01', '4294967295', '4294967294', '-1', '1.5', '7']) {
    expected[name] = 1;
    createDataProperty(object, key(name) as never, box(image, 1));
  }
  expect(elements(ownKeys(object))).toEqual(Object.keys(expected));
  const next = random(31);
  for (let i = 0; i < 500; i++) {
    const name = next() % 5 === 0 ? `n${i}` : String(next() % 10_000);
    expected[name] = 1;
    createDataProperty(object, key(name) as never, box(image, 1));
  }
  expect(elements(ownKeys(object))).toEqual(Object.keys(expected));
});

test('names and indices of arrays, strings and functions', () => {
  const array = newArrayValue(index(0)) as unknown as value;
  setIndexed(array, box(image, 0), box(image, 'zero'));
  setIndexed(array, key('2') as never, box(image, 'two'));
  expect(unbox(image, getIndexed(array, box(image, 0)))).toBe('zero');
  expect(unbox(image, getIndexed(array, key('length') as never))).toBe(3);
  expect(elements(ownKeys(array as never))).toEqual(['0', '2']);
  expect(valueHasProperty(box(image, 1), array)).toBe(false);
  expect(valueHasProperty(key('length') as never, array)).toBe(true);
  expect(deleteProperty(array, box(image, 0))).toBe(true);
  expect(elements(array as never)).toEqual(['hole', 'hole', 'two']);
  expect(isEnumerable(array as never, key('length') as never)).toBe(false);
  expect(() => deleteProperty(array, key('length') as never)).toThrow("Cannot delete property 'length' of");
  const text = box(image, 'héllo');
  expect(unbox(image, getIndexed(text, box(image, 1)))).toBe('é');
  expect(unbox(image, getNamed(text, key('length')))).toBe(5);
  expect(unbox(image, getIndexed(text, box(image, 5)))).toBe(undefined);
  const func = image.allocate(8);
  image.set64(func, image.shape({ kind: KIND_FUNCTION, sizeWords: 1, name: image.string('f') }));
  expect(unbox(image, getNamed(func as never, key('name')))).toBe('f');
});

test('prototypes: methods, accessors, in and for-in', () => {
  const prototypeShape = image.shape({
    kind: KIND_OBJECT, sizeWords: 5, pointerBitmap: 0b11110,
    properties: [
      { key: image.string('method'), slot: 1, attributes: ATTRIBUTES_OF_ASSIGNMENT & ~ATTRIBUTE_ENUMERABLE },
      { key: image.string('double'), slot: 2, attributes: ATTRIBUTE_ACCESSOR | ATTRIBUTE_CONFIGURABLE },
      { key: image.string('shared'), slot: 4, attributes: ATTRIBUTE_ENUMERABLE },
    ],
  });
  const prototype = image.allocate(40);
  [prototypeShape, box(image, 'm'), image.string('getter'), 2n, box(image, 's')].forEach((word, i) => image.set64(prototype + BigInt(8 * i), word));
  const object = makeObject(prototype);
  image.hooks.callGetter = (_getter, receiver) => box(image, 2 * (unbox(image, getNamed(receiver, key('x'))) as number));
  expect(unbox(image, getNamed(object as never, key('method')))).toBe('m');
  expect(unbox(image, getNamed(object as never, key('double')))).toBe(3);
  expect(() => setNamed(object as never, key('double'), box(image, 1))).toThrow('which has only a getter');
  expect(hasProperty(object, key('shared') as never)).toBe(true);
  expect(hasOwnProperty(object, key('shared') as never)).toBe(false);
  dictionarySet(object, key('own'), box(image, 1));
  expect(elements(forInKeys(object as never))).toEqual(['x', 'flag', 'own', 'shared']);
});

test('errors of access have V8\'s words', () => {
  const undefinedValue = box(image, undefined);
  expect(() => getNamed(undefinedValue, key('x'))).toThrow(new TypeError("Cannot read properties of undefined (reading 'x')"));
  expect(() => setNamed(box(image, null), key('x'), undefinedValue)).toThrow(new TypeError("Cannot set properties of null (setting 'x')"));
  expect(() => setNamed(box(image, 'abc'), key('x'), undefinedValue)).toThrow(new TypeError("Cannot create property 'x' on string 'abc'"));
  expect(() => valueHasProperty(key('x') as never, box(image, 1))).toThrow(new TypeError("Cannot use 'in' operator to search for 'x' in 1"));
});

test('join copies all parts once', () => {
  const parts = newArrayValue(index(0));
  ['a', 'é', '\u4e00', '', 'long'.repeat(20)].forEach((part, i) => arrayStoreValue(parts, index(i), key(part) as never));
  expect(image.read(stringJoin(parts, index(5), key(', ')))).toBe(['a', 'é', '\u4e00', '', 'long'.repeat(20)].join(', '));
  expect(image.read(stringJoin(parts, index(1), key(', ')))).toBe('a');
  expect(image.read(stringJoin(parts, index(0), key(', ')))).toBe('');
});
