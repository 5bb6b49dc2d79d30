import { expect, test } from 'vitest';
import { dominators } from '../../src/ir/dominators.ts';
import { naturalLoops } from '../../src/ir/loops.ts';
import { parse } from './run-pass.ts';

const loopsOf = (body: string): string[] => {
  const func = parse('%0: bool, %1: bool', '-', body);
  return naturalLoops(func, dominators(func)).map(({ head, body: blocks }) => `b${head.id}: ${[...blocks].map(({ id }) => `b${id}`).sort().join(' ')}`);
};

test('inner loops come first, two ways back are one loop', () => {
  expect(loopsOf(`
b0:
  jump -> b1()
b1:
  branch %0 -> b2(), b5()
b2:
  branch %0 -> b3(), b1()
b3:
  branch %1 -> b3(), b4()
b4:
  jump -> b1()
b5:
  return`)).toEqual(['b3: b3', 'b1: b1 b2 b3 b4']);
});

test('a cycle with two entries is no natural loop', () => {
  expect(loopsOf(`
b0:
  branch %0 -> b1(), b2()
b1:
  branch %1 -> b2(), b3()
b2:
  branch %1 -> b1(), b3()
b3:
  return`)).toEqual([]);
});
