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

const diamond = (then: string, otherwise: string, join: string): string => `
b0:
  %3: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}
  branch %2 -> b1(), b2()
b1:
${then}  jump -> b3()
b2:
${otherwise}  jump -> b3()
b3:
${join}`;
const read = '  %9: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}\n  return %9';
const diamondParams = '%0: ref, %1: f64, %2: bool';

test('a place that both sides leave as it was is still known where they join', () => {
  expect(runPass(valueNumbering, diamondParams, 'f64', diamond('', '  store.64 %0, %1 {"offset":16,"alias":"slot.16"}\n', read))).toMatchInlineSnapshot(`
    "b0:
      %3: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}
      branch %2 -> b1(), b2()
    b1:
      jump -> b3()
    b2:
      store.64 %0, %1 {"offset":16,"alias":"slot.16"}
      jump -> b3()
    b3:
      return %3"
  `);
});

test('a place that the sides set differently becomes a parameter', () => {
  expect(runPass(valueNumbering, diamondParams, 'f64', diamond('', '  store.64 %0, %1 {"offset":8,"alias":"slot.8"}\n', read))).toMatchInlineSnapshot(`
    "b0:
      %3: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}
      branch %2 -> b1(), b2()
    b1:
      jump -> b3(%3)
    b2:
      store.64 %0, %1 {"offset":8,"alias":"slot.8"}
      jump -> b3(%1)
    b3(%10: f64):
      return %10"
  `);
});

test('a parameter is made only where the place is read again', () => {
  expect(leavesAlone(valueNumbering, diamondParams, 'f64', diamond('', '  store.64 %0, %1 {"offset":8,"alias":"slot.8"}\n', '  return %3'))).toBe(true);
});

test('a side that calls makes the place unknown', () => {
  expect(leavesAlone(valueNumbering, diamondParams, 'f64', diamond('', '  call {"target":"g"}\n', read))).toBe(true);
});

const loop = (body: string): string => `
b0:
  %3: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}
  jump -> b1()
b1:
  %4: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}
  %5: bool = f64.lt %4, %3
  branch %5 -> b2(), b3()
b2:
${body}  jump -> b1()
b3:
  return %4`;

test('a loop knows what it does not change', () => {
  expect(leavesAlone(valueNumbering, diamondParams, 'f64', loop('  store.64 %0, %1 {"offset":16,"alias":"slot.16"}\n'))).toBe(false);
});

test.each([
  ['a store', '  store.64 %0, %1 {"offset":8,"alias":"slot.8"}\n'],
  ['a store of unknown place', '  store.64 %0, %1 {"offset":16}\n'],
  ['a call', '  call {"target":"g"}\n'],
])('a loop with %s reads again', (_what, body) => {
  expect(leavesAlone(valueNumbering, diamondParams, 'f64', loop(body))).toBe(true);
});
