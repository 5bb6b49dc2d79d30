import { expect, test } from 'vitest';
import { loopInvariants } from '../../src/optimise/loop-invariants.ts';
import { leavesAlone, runPass } from './run-pass.ts';

/** A loop while %1, its body below another test. */
const loop = (body: string): string => `
b0:
  jump -> b1()
b1:
  branch %1 -> b2(), b4()
b2:
  branch %2 -> b3(), b1()
b3:
${body}  jump -> b1()
b4:
  return`;
const params = '%0: ref, %1: bool, %2: bool, %3: value, %4: f64, %5: i32';

test('pure operations and safe loads leave the loop', () => {
  expect(runPass(loopInvariants, params, '-', loop(`  %10: f64 = f64.mul %4, %4
  %11: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}
`))).toMatchInlineSnapshot(`
  "b0:
    %10: f64 = f64.mul %4, %4
    %11: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}
    jump -> b1()
  b1:
    branch %1 -> b2(), b4()
  b2:
    branch %2 -> b3(), b1()
  b3:
    jump -> b1()
  b4:
    return"
`);
});

test.each([
  ['a load that the loop stores to', '  %10: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}\n  store.64 %0, %4 {"offset":16,"alias":"slot.8"}\n'],
  ['a load beside a call', '  %10: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}\n  call {"target":"g"}\n'],
  ['a load beside a store without alias', '  %10: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}\n  store.64 %0, %4 {"offset":16}\n'],
  ['a division that may not run', '  %10: i32 = i32.div_s %5, %5\n'],
  ['a pointer made below a test, and loads through it', '  %10: ref = value.toref %3 {"proof":"dispatch"}\n  %11: f64 = load.f64 %10 {"offset":8,"alias":"slot.8"}\n'],
])('%s stays', (_what, body) => {
  expect(leavesAlone(loopInvariants, params, '-', loop(body))).toBe(true);
});

test('a pointer loaded below a test of the shape stays, the test leaves', () => {
  expect(runPass(loopInvariants, params, '-', loop(`  %10: i32 = load.i32 %0 {"offset":0,"alias":"header"}
  %11: ref = load.ref %0 {"offset":8,"alias":"slot.8"}
  %12: f64 = load.f64 %11 {"offset":8,"alias":"slot.8"}
`))).toMatchInlineSnapshot(`
  "b0:
    %10: i32 = load.i32 %0 {"offset":0,"alias":"header"}
    jump -> b1()
  b1:
    branch %1 -> b2(), b4()
  b2:
    branch %2 -> b3(), b1()
  b3:
    %11: ref = load.ref %0 {"offset":8,"alias":"slot.8"}
    %12: f64 = load.f64 %11 {"offset":8,"alias":"slot.8"}
    jump -> b1()
  b4:
    return"
`);
});
