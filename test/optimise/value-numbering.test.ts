import { expect, test } from 'vitest';
import { valueNumbering } from '../../src/optimise/value-numbering.ts';
import { leavesAlone, runPass } from './run-pass.ts';

test('equal pure operations are one, in dominated blocks too', () => {
  expect(runPass(valueNumbering, '%0: f64, %1: bool', 'f64', `
b0:
  %2: f64 = f64.mul %0, %0
  branch %1 -> b1(), b2()
b1:
  %3: f64 = f64.mul %0, %0
  return %3
b2:
  return %2`)).toMatchInlineSnapshot(`
    "b0:
      %2: f64 = f64.mul %0, %0
      branch %1 -> b1(), b2()
    b1:
      return %2
    b2:
      return %2"
  `);
});

test('what one branch computes is not known in the other, nor behind both', () => {
  expect(leavesAlone(valueNumbering, '%0: i32, %1: bool', 'i32', `
b0:
  branch %1 -> b1(), b2()
b1:
  %2: i32 = i32.add %0, %0
  jump -> b3(%2)
b2:
  %3: i32 = i32.add %0, %0
  jump -> b3(%3)
b3(%4: i32):
  %5: i32 = i32.add %0, %0
  %6: i32 = i32.xor %4, %5
  return %6`)).toBe(true);
});

test('attributes are part of what is computed', () => {
  expect(leavesAlone(valueNumbering, '', 'ref', `
b0:
  %0: ref = ref.static {"symbol":"a b=c"}
  %1: ref = ref.static {"symbol":"a"}
  %2: bool = ref.eq %0, %1
  %3: ref = select %2, %0, %1
  return %3`)).toBe(true);
});

test('a load sees the store before it', () => {
  expect(runPass(valueNumbering, '%0: ref, %1: f64', 'f64', `
b0:
  store.64 %0, %1 {"offset":8,"alias":"slot.8"}
  %2: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}
  return %2`)).toMatchInlineSnapshot(`
    "b0:
      store.64 %0, %1 {"offset":8,"alias":"slot.8"}
      return %1"
  `);
});

test.each([
  ['a store of the same alias to another cell', `
b0:
  %2: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}
  store.64 %1, %2 {"offset":8,"alias":"slot.8"}
  %3: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}
  return %3`],
  ['a store without alias', `
b0:
  %2: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}
  store.64 %1, %2 {"offset":8}
  %3: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}
  return %3`],
  ['a call', `
b0:
  %2: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}
  call {"target":"g"}
  %3: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}
  %4: f64 = f64.add %2, %3
  return %4`],
  ['another representation of the slot', `
b0:
  %2: ref = load.ref %0 {"offset":8,"alias":"slot.8"}
  store.64 %0, %2 {"offset":8,"alias":"slot.8"}
  %3: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}
  return %3`],
])('loads stay behind %s', (_what, body) => {
  expect(leavesAlone(valueNumbering, '%0: ref, %1: ref', 'f64', body)).toBe(true);
});

test('a loop head forgets: the loop may store', () => {
  expect(leavesAlone(valueNumbering, '%0: ref, %1: bool, %5: f64', 'f64', `
b0:
  %2: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}
  jump -> b1()
b1:
  %3: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}
  store.64 %0, %5 {"offset":8,"alias":"slot.8"}
  branch %1 -> b1(), b2()
b2:
  %4: f64 = f64.add %2, %3
  return %4`)).toBe(true);
});
