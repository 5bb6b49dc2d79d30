import { expect, test } from 'vitest';
import { convertParameters } from '../../src/optimise/convert-parameters.ts';
import { leavesAlone, runPass } from './run-pass.ts';

const loop = (entry: string, next: string): string => `
b0:
${entry}  jump -> b1(%10)
b1(%3: f64):
  %4: i32 = f64.toint32 %3
  %5: i32 = i32.xor %4, %0
${next}  %7: bool = i32.lt_s %5, %0
  branch %7 -> b1(%6), b2()
b2:
  return %5`;
const params = '%0: i32, %1: f64, %2: i64';

test('a double that is an integer again in each iteration goes around as that; what enters is converted once', () => {
  expect(runPass(convertParameters, params, 'i32', loop('  %10: f64 = f64.mul %1, %1\n', '  %6: f64 = i32.tof64 %5\n'))).toMatchInlineSnapshot(`
    "b0:
      %10: f64 = f64.mul %1, %1
      %12: i32 = f64.toint32 %10
      jump -> b1(%10, %12)
    b1(%3: f64, %11: i32):
      %5: i32 = i32.xor %11, %0
      %6: f64 = i32.tof64 %5
      %7: bool = i32.lt_s %5, %0
      branch %7 -> b1(%6, %5), b2()
    b2:
      return %5"
  `);
});

test('elements out of range convert to 0, unsigned integers by their low half', () => {
  expect(runPass(convertParameters, `${params}, %3: bool`, 'i32', `
b0:
  branch %3 -> b1(), b2()
b1:
  %4: f64 = i64.tof64 %2 {"exact":true}
  %5: f64u = f64.tof64u %4
  jump -> b3(%5)
b2:
  %6: f64u = f64u.const {"bits":{"$n":"9218868437227405313"}}
  jump -> b3(%6)
b3(%7: f64u):
  %8: f64 = f64u.tof64 %7
  %9: i32 = f64.toint32 %8
  return %9`)).toMatchInlineSnapshot(`
    "b0:
      branch %3 -> b1(), b2()
    b1:
      %4: f64 = i64.tof64 %2 {"exact":true}
      %5: f64u = f64.tof64u %4
      %11: i32 = i64.wrap32 %2
      jump -> b3(%5, %11)
    b2:
      %6: f64u = f64u.const {"bits":{"$n":"9218868437227405313"}}
      %12: i32 = i32.const {"value":{"$n":"0"}}
      jump -> b3(%6, %12)
    b3(%7: f64u, %10: i32):
      %8: f64 = f64u.tof64 %7
      return %10"
  `);
});

test.each([
  ['whose next value is a double', loop('  %10: f64 = f64.mul %1, %1\n', '  %6: f64 = f64.add %3, %1\n')],
  ['whose next value may be beyond 2^53', loop('  %10: f64 = f64.mul %1, %1\n', '  %6: f64 = i64.tof64 %2\n')],
])('a parameter stays %s', (_what, body) => {
  expect(leavesAlone(convertParameters, params, 'i32', body)).toBe(true);
});

test('a result of a call that may throw is not converted behind the call', () => {
  expect(leavesAlone(convertParameters, params, 'i32', `
b0:
  %3: f64 = call {"target":"g"}
  except -> b1(%3), b2()
b1(%4: f64):
  %5: i32 = f64.toint32 %4
  %6: f64 = i32.tof64 %5
  %7: bool = i32.lt_s %5, %0
  branch %7 -> b1(%6), b3()
b2(%8: value) handler:
  throw %8
b3:
  return %5`)).toBe(true);
});
