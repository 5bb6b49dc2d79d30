import { expect, test } from 'vitest';
import type { ref, value } from 'toro:machine';
import { KIND_FUNCTION, KIND_OBJECT, KIND_SYMBOL } from '../../src/layout/cell.ts';
import { valueAdd, valueGreater, valueGreaterOrEqual, valueLess, valueLessOrEqual } from '../../src/runtime/arithmetic.ts';
import { valueIsTruthy, valueToNumber, valueToPropertyKey, valueToString, valueTypeOf } from '../../src/runtime/conversion.ts';
import { hashValue, identityHash, sameValue, sameValueZero, valueLooseEquals, valueStrictEquals } from '../../src/runtime/equality.ts';
import { DOUBLE_OFFSET } from '../../src/layout/value.ts';
import { doubleBits } from '../../src/layout/boxing.ts';
import { box, unbox } from './mutator.ts';
import { numberImage } from './number-image.ts';

const image = numberImage();
image.machine.symbols.set('bss_end', 0x3000_0000n);
const PRIMITIVES = [undefined, null, true, false, 0, -0, 1, -1, 1.5, NaN, Infinity, 2 ** 31, -(2 ** 31), '', 'a', 'b', '1', ' 1.5 ', '0x10', '-0', 'NaN', 'true', 'null', '\u4e00', 'abcdefghijklmnopqrstuvwxyz'];

/** An integer also as a boxed double: neither form is canonical. */
function forms(x: unknown): value[] {
  return typeof x === 'number' ? [box(image, x), (doubleBits(x) + DOUBLE_OFFSET) as value] : [box(image, x)];
}

const OPERATORS: readonly [string, (a: any, b: any) => unknown, (a: value, b: value) => unknown][] = [
  ['+', (a, b) => a + b, (a, b) => unbox(image, valueAdd(a, b))],
  ['<', (a, b) => a < b, valueLess],
  ['<=', (a, b) => a <= b, valueLessOrEqual],
  ['>', (a, b) => a > b, valueGreater],
  ['>=', (a, b) => a >= b, valueGreaterOrEqual],
  ['==', (a, b) => a == b, valueLooseEquals],
  ['===', (a, b) => a === b, valueStrictEquals],
  ['Object.is', (a, b) => Object.is(a, b), sameValue],
  ['SameValueZero', (a, b) => a === b || (a !== a && b !== b), sameValueZero],
];

test.each(OPERATORS)('%s on all pairs of primitives', (name, expected, actual) => {
  for (const a of PRIMITIVES) {
    for (const b of PRIMITIVES) {
      for (const x of forms(a)) for (const y of forms(b)) expect(actual(x, y), `${String(a)} ${name} ${String(b)}`).toBe(expected(a, b));
    }
  }
});

test('conversions of all primitives', () => {
  for (const x of PRIMITIVES) {
    for (const v of forms(x)) {
      expect(valueToNumber(v)).toBe(Number(x));
      expect(image.read(valueToString(v))).toBe(String(x));
      expect(valueIsTruthy(v)).toBe(Boolean(x));
      expect(image.read(valueTypeOf(v))).toBe(typeof x);
    }
  }
});

test('equal values have equal hashes', () => {
  for (const a of PRIMITIVES) {
    for (const b of PRIMITIVES) {
      if (typeof a === 'string' || typeof b === 'string' || !(a === b || (a !== a && b !== b))) continue;
      for (const x of forms(a)) for (const y of forms(b)) expect(hashValue(x)).toBe(hashValue(y));
    }
  }
});

test('objects and symbols', () => {
  const object = cellOf(KIND_OBJECT);
  const func = cellOf(KIND_FUNCTION);
  const symbol = cellOf(KIND_SYMBOL);
  expect([object, func, symbol].map((v) => image.read(valueTypeOf(v)))).toEqual(['object', 'function', 'symbol']);
  expect([object, func, symbol].map(valueIsTruthy)).toEqual([true, true, true]);
  expect(valueToPropertyKey(symbol)).toBe(symbol);
  expect(() => valueToString(symbol)).toThrow(new TypeError('Cannot convert a Symbol value to a string'));
  expect(() => valueToNumber(symbol)).toThrow(new TypeError('Cannot convert a Symbol value to a number'));
  expect(valueLooseEquals(symbol, box(image, 1))).toBe(false);
  image.hooks.toPrimitive = (_object, hint) => box(image, ['default', 'number', 'string'][hint]);
  expect(unbox(image, valueAdd(object, box(image, 1)))).toBe('default1');
  expect(valueLess(object, box(image, 'z'))).toBe(true);
  expect(image.read(valueToString(object))).toBe('string');
  expect(valueLooseEquals(box(image, 'default'), object)).toBe(true);
  expect(valueStrictEquals(object, cellOf(KIND_OBJECT))).toBe(false);
});

test('identity hashes stay, differ, and leave static cells alone', () => {
  const shape = image.shape({ kind: KIND_OBJECT, sizeWords: 2 });
  const cells = Array.from({ length: 1000 }, (_, i) => {
    const at = 0x5000_0000n + BigInt(16 * i);
    image.set64(at, shape);
    return at as ref;
  });
  const hashes = cells.map(identityHash);
  expect(new Set(hashes).size).toBe(1000);
  expect(cells.map(identityHash)).toEqual(hashes);
  const fixed = cellOf(KIND_FUNCTION);
  const header = image.get64(fixed);
  expect(hashValue(fixed)).toBe(hashValue(fixed));
  expect(image.get64(fixed)).toBe(header);
});

function cellOf(kind: number): value {
  const at = image.allocate(16);
  image.set64(at, image.shape({ kind, sizeWords: 2 }));
  return at as value;
}
