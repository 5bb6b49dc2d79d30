import { expect, test } from 'vitest';
import { boundsChecks } from '../../src/optimise/bounds-checks.ts';
import { leavesAlone, runPass } from './run-pass.ts';

const guarded = (index: string, compare: string, check: string): string => `
b0:
${index}  %20: bool = ${compare}
  branch %20 -> b1(), b2()
b1:
  %21: bool = ${check}
  return %21
b2:
  %22: bool = bool.const {"value":false}
  return %22`;

test('a loop variable that starts at 0 and grows is in range below its loop test', () => {
  expect(runPass(boundsChecks, '%0: i32', 'bool', `
b0:
  %1: i32 = i32.const {"value":{"$n":"0"}}
  %2: i64 = i32.zext64 %0
  jump -> b1(%1)
b1(%3: i32):
  %4: bool = i32.lt_s %3, %0
  branch %4 -> b2(), b3()
b2:
  %5: i64 = i32.sext64 %3
  %6: bool = i64.lt_u %5, %2
  %7: i32 = i32.const {"value":{"$n":"1"}}
  %8: i32 = i32.add %3, %7 {"nowrap":true}
  branch %6 -> b1(%8), b3()
b3:
  return %4`)).toMatchInlineSnapshot(`
    "b0:
      %1: i32 = i32.const {"value":{"$n":"0"}}
      %2: i64 = i32.zext64 %0
      jump -> b1(%1)
    b1(%3: i32):
      %4: bool = i32.lt_s %3, %0
      branch %4 -> b2(), b3()
    b2:
      %5: i64 = i32.sext64 %3
      %6: bool = bool.const {"value":true}
      %7: i32 = i32.const {"value":{"$n":"1"}}
      %8: i32 = i32.add %3, %7 {"nowrap":true}
      branch %6 -> b1(%8), b3()
    b3:
      return %4"
  `);
});

test.each([
  ['a number that may be negative', '%0: i32, %1: i32', guarded('  %2: i64 = i32.sext64 %0\n  %3: i64 = i32.zext64 %1\n', 'i32.lt_s %0, %1', 'i64.lt_u %2, %3')],
  ['the unsigned number of the same bits', '%0: i32, %1: i32', guarded('  %2: i64 = i32.zext64 %0\n  %3: i64 = i32.zext64 %1\n', 'i32.lt_s %0, %1', 'i64.lt_u %2, %3')],
  ['a narrowing that may wrap', '%0: i32, %1: i32', guarded(`  %4: i64 = i32.zext64 %0
  %5: i64 = i64.add %4, %4
  %6: i32 = i64.wrap32 %5
  %2: i64 = i32.sext64 %6
  %3: i64 = i32.zext64 %1
`, 'i32.lt_s %6, %1', 'i64.lt_u %2, %3')],
  ['a sum that may wrap', '%0: i32, %1: i32', guarded(`  %4: i32 = i32.const {"value":1}
  %6: i32 = i32.add %4, %4
  %2: i64 = i32.sext64 %6
  %3: i64 = i32.zext64 %1
`, 'i32.lt_s %6, %1', 'i64.lt_u %2, %3')],
  ['another length', '%0: i32, %1: i32, %9: i32', guarded('  %2: i64 = i32.zext64 %0\n  %3: i64 = i32.zext64 %9\n', 'i64.lt_s %2, %3', 'i32.lt_u %0, %1')],
])('a check stays for %s', (_what, params, body) => {
  expect(leavesAlone(boundsChecks, params, 'bool', body)).toBe(true);
});
