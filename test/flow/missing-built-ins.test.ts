import { expect, test } from 'vitest';
import { memberText, nodeHasMember } from '../../src/flow/missing-built-ins.ts';

test.each([
  ['src/std/array.prototype', 'map', true],
  ['src/std/array.prototype', 'mop', false],
  ['src/std/array.prototype', '@@iterator', true],
  ['src/std/array', 'isArray', true],
  ['src/std/uint8-array', 'BYTES_PER_ELEMENT', true],
  ['src/std/typed-array.prototype', 'subarray', true],
  ['src/std/math', 'sin', true],
  ['src/std/json', 'parse', true],
  ['src/std/Map.prototype', 'get', true],
  ['src/std/hash-table', 'find', false],
])('node has in %s the member %s: %s', (module, name, has) => {
  expect(nodeHasMember(module, name)).toBe(has);
});

test('a member is named as a program writes it', () => {
  expect(memberText('src/std/string.prototype', 'normalize')).toBe('String.prototype.normalize');
  expect(memberText('src/std/uint8-array', 'from')).toBe('Uint8Array.from');
  expect(memberText('src/std/array.prototype', '@@unscopables')).toBe('Array.prototype[Symbol.unscopables]');
});
