import { expect, test } from 'vitest';
import { jumpThreading } from '../../src/optimise/jump-threading.ts';
import { leavesAlone, runPass } from './run-pass.ts';

/** `a[i].x`: undefined out of range, which throws; else the element. */
test('an edge whose test is decided goes to the side that it chooses, with the values that are used there', () => {
  expect(runPass(jumpThreading, '%0: value, %1: bool', 'value', `
b0:
  branch %1 -> b1(), b2()
b1:
  jump -> b3(%0)
b2:
  %2: value = value.const {"bits":{"$n":"2"}}
  jump -> b3(%2)
b3(%3: value):
  %4: bool = value.is %3 {"bits":{"$n":"2"}}
  branch %4 -> b4(), b5()
b4:
  call %3 {"target":"throwIt"}
  unreachable
b5:
  return %3`)).toMatchInlineSnapshot(`
    "b0:
      branch %1 -> b1(), b2()
    b1:
      jump -> b3(%0)
    b2:
      %2: value = value.const {"bits":{"$n":"2"}}
      jump -> b4(%2)
    b3(%3: value):
      %4: bool = value.is %3 {"bits":{"$n":"2"}}
      branch %4 -> b4(%3), b5()
    b4(%5: value):
      call %5 {"target":"throwIt"}
      unreachable
    b5:
      return %3"
  `);
});

test('a condition that is a parameter; constants of the test itself are passed on', () => {
  expect(runPass(jumpThreading, '%0: bool, %1: bool', 'i32', `
b0:
  %2: bool = bool.const {"value":true}
  branch %0 -> b1(%2), b1(%1)
b1(%3: bool):
  %4: i32 = i32.const {"value":7}
  branch %3 -> b2(%4), b3()
b2(%6: i32):
  return %6
b3:
  return %4`)).toMatchInlineSnapshot(`
    "b0:
      %2: bool = bool.const {"value":true}
      %7: i32 = i32.const {"value":7}
      branch %0 -> b2(%7), b1(%1)
    b1(%3: bool):
      %4: i32 = i32.const {"value":7}
      branch %3 -> b2(%4), b3()
    b2(%6: i32):
      return %6
    b3:
      return %4"
  `);
});

test.each([
  ['a loop head stays, though the first iteration is sure', `
b0:
  %2: i32 = i32.const {"value":0}
  %3: i32 = i32.const {"value":9}
  jump -> b1(%2)
b1(%4: i32):
  %5: bool = i32.lt_s %4, %3
  branch %5 -> b2(), b3()
b2:
  %6: i32 = i32.add %4, %3
  jump -> b1(%6)
b3:
  return %4`],
  ['a test before a loop stays: the loop keeps one entry', `
b0:
  %2: i32 = i32.const {"value":1}
  branch %1 -> b1(%2), b1(%0)
b1(%4: i32):
  %7: bool = i32.eq %4, %2
  branch %7 -> b2(), b3()
b2:
  branch %1 -> b2(), b3()
b3:
  return %0`],
  ['a value that is used beyond both sides', `
b0:
  %2: i32 = i32.const {"value":1}
  branch %1 -> b1(%2), b1(%0)
b1(%3: i32):
  %4: bool = i32.eq %3, %2
  branch %4 -> b2(), b3()
b2:
  jump -> b3()
b3:
  return %3`],
])('%s', (_what, body) => {
  expect(leavesAlone(jumpThreading, '%0: i32, %1: bool', 'i32', body)).toBe(true);
});
