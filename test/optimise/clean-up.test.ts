/** Passes that remove: dead code, detours of control flow, tests of absent doubles; and the checks of --audit, which add. */
import { expect, test } from 'vitest';
import { audit } from '../../src/optimise/audit.ts';
import { deadCode } from '../../src/optimise/dead-code.ts';
import { freeQuieting } from '../../src/optimise/free-quieting.ts';
import { simplifyCfg } from '../../src/optimise/simplify-cfg.ts';
import { leavesAlone, runPass } from './run-pass.ts';

test('dead code: unused loads and allocations go, stores, calls and volatile loads stay', () => {
  expect(runPass(deadCode, '%0: ref, %1: i64', '-', `
b0:
  %2: f64 = load.f64 %0 {"offset":8,"alias":"slot.8"}
  %3: ref = alloc {"shape":"s","bytes":16}
  %4: i64 = load.i64 %1 {"offset":0,"volatile":true}
  %5: i32 = call {"target":"g"}
  store.64 %0, %1 {"offset":8,"alias":"slot.8"}
  return`)).toMatchInlineSnapshot(`
    "b0:
      %4: i64 = load.i64 %1 {"offset":0,"volatile":true}
      %5: i32 = call {"target":"g"}
      store.64 %0, %1 {"offset":8,"alias":"slot.8"}
      return"
  `);
});

test('control flow: a constant branch and an empty block go', () => {
  expect(runPass(simplifyCfg, '%0: i32', 'i32', `
b0:
  %1: bool = bool.const {"value":false}
  branch %1 -> b1(), b2()
b1:
  return %0
b2:
  jump -> b3(%0)
b3(%2: i32):
  return %2`)).toMatchInlineSnapshot(`
    "b0:
      %1: bool = bool.const {"value":false}
      return %0"
  `);
});

test('control flow: an empty block stays where its parameter is used behind it', () => {
  expect(leavesAlone(simplifyCfg, '%0: i32, %1: bool, %5: bool', 'i32', `
b0:
  branch %1 -> b1(), b2(%0)
b1:
  %2: i32 = call {"target":"g"}
  jump -> b2(%2)
b2(%3: i32):
  jump -> b3()
b3:
  %4: i32 = call {"target":"g"}
  branch %5 -> b3(), b4()
b4:
  return %3`)).toBe(true);
});

test('control flow: a handler that does something stays', () => {
  expect(leavesAlone(simplifyCfg, '%0: i32', 'i32', `
b0:
  %1: i32 = call %0 {"target":"g"}
  except -> b1(), b2(%0)
b1:
  return %1
b2(%2: value, %3: i32) handler:
  return %3`)).toBe(true);
});

test('free quieting: for arithmetic only', () => {
  expect(runPass(freeQuieting, '%0: f64u, %1: f64u', 'f64', `
b0:
  %2: f64 = f64u.tof64 %0
  %3: f64 = f64.add %2, %2
  %4: f64 = f64u.tof64 %1
  %5: f64 = f64.add %3, %4
  %6: f64 = f64.abs %4
  return %6`)).toMatchInlineSnapshot(`
    "b0:
      %2: f64 = f64u.assume %0 {"proof":"operand"}
      %3: f64 = f64.add %2, %2
      %4: f64 = f64u.tof64 %1
      %5: f64 = f64.add %3, %4
      %6: f64 = f64.abs %4
      return %6"
  `);
});

test('audit: a check before a proof, and before an element', () => {
  const pass = { name: 'audit', run: (func: Parameters<typeof deadCode.run>[0]) => {
    audit([func], 'auditFailed', (text) => text);
    return true;
  } };
  expect(runPass(pass, '%0: value, %1: i64, %9: f64u', 'f64u', `
b0:
  %2: ref = value.toref %0 {"proof":"flow"} @3:5
  %3: f64u = load.f64u %2, %1 {"offset":16,"scale":8,"alias":"elements.f64u"} @3:7
  %4: f64 = f64u.assume %9 {"proof":"operand"} @3:9
  return %3`)).toMatchInlineSnapshot(`
    "b0:
      %10: bool = value.iscell %0 @3:5
      branch %10 -> b2(), b1() @3:5
    b1:
      %11: ref = ref.static {"symbol":"a.ts:3:5: value.toref: a proof does not hold (flow)"} @3:5
      call %11 {"target":"auditFailed","noalloc":true,"nothrow":true,"cold":true} @3:5
      unreachable @3:5
    b2:
      %2: ref = value.toref %0 {"proof":"flow"} @3:5
      %12: i32 = load.i32 %2 {"offset":8} @3:7
      %13: i64 = i32.zext64 %12 @3:7
      %14: bool = i64.lt_u %1, %13 @3:7
      branch %14 -> b4(), b3() @3:7
    b3:
      %15: ref = ref.static {"symbol":"a.ts:3:7: load.f64u: an index is out of range"} @3:7
      call %15 {"target":"auditFailed","noalloc":true,"nothrow":true,"cold":true} @3:7
      unreachable @3:7
    b4:
      %3: f64u = load.f64u %2, %1 {"offset":16,"scale":8,"alias":"elements.f64u"} @3:7
      %4: f64 = f64u.assume %9 {"proof":"operand"} @3:9
      return %3"
  `);
});

/** `a[i]` of an array with holes, undefined out of range; then what the body adds. */
const element = (use: string): string => `
b0:
  %3: i64 = i64.const {"value":{"$n":"1"}}
  %4: bool = i64.lt_u %1, %3
  branch %4 -> b1(), b2()
b1:
  %5: f64u = load.f64u %0, %1 {"offset":16,"scale":8,"alias":"elements.f64u"}
  %6: bool = f64u.ishole %5
  %7: f64u = f64u.const {"bits":{"$n":"9218868437227405313"}}
  %8: f64u = select %6, %7, %5
  jump -> b3(%8)
b2:
  %9: f64u = f64u.const {"bits":{"$n":"9218868437227405313"}}
  jump -> b3(%9)
b3(%10: f64u):
${use}`;

test('free quieting: arithmetic need not tell hole from undefined', () => {
  expect(runPass(freeQuieting, '%0: ref, %1: i64, %2: f64', 'f64', element(`  %11: f64 = f64u.tof64 %10
  %12: f64 = f64.add %2, %11
  return %12`))).toMatchInlineSnapshot(`
    "b0:
      %3: i64 = i64.const {"value":{"$n":"1"}}
      %4: bool = i64.lt_u %1, %3
      branch %4 -> b1(), b2()
    b1:
      %5: f64u = load.f64u %0, %1 {"offset":16,"scale":8,"alias":"elements.f64u"}
      %6: bool = f64u.ishole %5
      %7: f64u = f64u.const {"bits":{"$n":"9218868437227405313"}}
      %8: f64u = select %6, %7, %5
      jump -> b3(%5)
    b2:
      %9: f64u = f64u.const {"bits":{"$n":"9218868437227405313"}}
      jump -> b3(%9)
    b3(%10: f64u):
      %11: f64 = f64u.assume %10 {"proof":"operand"}
      %12: f64 = f64.add %2, %11
      return %12"
  `);
});

test('free quieting: what is returned has to be undefined', () => {
  expect(leavesAlone(freeQuieting, '%0: ref, %1: i64, %2: f64', 'f64u', element('  return %10'))).toBe(true);
});
