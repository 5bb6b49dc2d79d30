import { expect, test } from 'vitest';
import { fold } from '../../src/optimise/fold.ts';
import { leavesAlone, runPass } from './run-pass.ts';

const bits = (x: number): string => `{"bits":{"$n":"${new BigUint64Array(new Float64Array([x]).buffer)[0]}"}}`;
const int = (x: number | bigint): string => `{"value":{"$n":"${x}"}}`;

/** The operation and attributes that an operation on constants becomes. */
function folded(rep: string, op: string, constants: string[]): string {
  const [operand] = /^(i32|i64|f64)/.exec(op)!;
  const defs = constants.map((attrs, i) => `  %${i}: ${operand} = ${operand}.const ${attrs}`);
  const text = runPass(fold, '', rep, `b0:\n${defs.join('\n')}\n  %9: ${rep} = ${op} ${constants.map((_, i) => `%${i}`).join(', ')}\n  return %9`);
  return text.split('\n').find((line) => line.includes('%9:'))!.replace('%9:', '').trim();
}

test.each([
  ['i32', 'i32.add', [int(2147483647), int(1)], `i32 = i32.const ${int(-2147483648)}`],
  ['i32', 'i32.mul', [int(65536), int(65536)], `i32 = i32.const ${int(0)}`],
  ['i32', 'i32.shl', [int(1), int(33)], `i32 = i32.const ${int(2)}`],
  ['i32', 'i32.shr', [int(-1), int(28)], `i32 = i32.const ${int(15)}`],
  ['i64', 'i64.add', [int(9223372036854775807n), int(1)], `i64 = i64.const ${int(-9223372036854775808n)}`],
  ['bool', 'i32.lt_u', [int(-1), int(1)], 'bool = bool.const {"value":false}'],
  ['f64', 'f64.add', [bits(-0), bits(-0)], `f64 = f64.const ${bits(-0)}`],
  ['f64', 'f64.add', [bits(-0), bits(0)], `f64 = f64.const ${bits(0)}`],
  ['bool', 'f64.eq', [bits(-0), bits(0)], 'bool = bool.const {"value":true}'],
])('%s: %s %s', (rep, op, constants, expected) => {
  expect(folded(rep, op, constants)).toBe(expected);
});

test.each([
  ['x + 0 of doubles: -0 + 0 is 0', '%0: f64', 'f64', `b0:\n  %1: f64 = f64.const ${bits(0)}\n  %2: f64 = f64.add %0, %1\n  return %2`],
  ['x * 0 of doubles', '%0: f64', 'f64', `b0:\n  %1: f64 = f64.const ${bits(0)}\n  %2: f64 = f64.mul %0, %1\n  return %2`],
  ['0 - x of doubles', '%0: f64', 'f64', `b0:\n  %1: f64 = f64.const ${bits(0)}\n  %2: f64 = f64.sub %1, %0\n  return %2`],
  ['x === x of doubles: NaN', '%0: f64', 'bool', 'b0:\n  %1: bool = f64.eq %0, %0\n  return %1'],
  ['not (x < y) of doubles: unordered', '%0: f64, %1: f64', 'bool', 'b0:\n  %2: bool = f64.lt %0, %1\n  %3: bool = bool.not %2\n  return %3'],
  ['0 / 0: which NaN is the processor\'s business', '', 'f64', `b0:\n  %1: f64 = f64.const ${bits(0)}\n  %2: f64 = f64.div %1, %1\n  return %2`],
  ['division by a constant 0', '%0: i32', 'i32', `b0:\n  %1: i32 = i32.const ${int(0)}\n  %2: i32 = i32.div_s %0, %1\n  return %2`],
  ['a boxed number tested for a number\'s pattern', '%0: i32', 'bool', 'b0:\n  %1: value = box.i32 %0\n  %2: bool = value.is %1 {"bits":{"$n":"18446181123756130305"}}\n  return %2'],
])('left alone: %s', (_what, params, result, body) => {
  expect(leavesAlone(fold, params, result, body)).toBe(true);
});

test('boxing there and back', () => {
  expect(runPass(fold, '%0: f64, %1: ref', 'f64', `
b0:
  %2: value = box.f64 %0
  %3: f64 = unbox.f64 %2 {"proof":"flow"}
  %4: value = ref.tovalue %1
  %5: bool = value.iscell %4
  branch %5 -> b1(), b1()
b1:
  return %3`)).toMatchInlineSnapshot(`
    "b0:
      %2: value = box.f64 %0
      %3: f64 = unbox.f64 %2 {"proof":"flow"}
      %4: value = ref.tovalue %1
      %5: bool = bool.const {"value":true}
      branch %5 -> b1(), b1()
    b1:
      return %0"
  `);
});

test('index arithmetic: a sum that does not wrap is widened, so that the address takes the constant', () => {
  expect(runPass(fold, '%0: i64, %1: i32', 'i64', `
b0:
  %2: i32 = i64.wrap32 %0 {"exact":true}
  %3: i32 = i32.const {"value":1}
  %4: i32 = i32.sub %1, %3 {"nowrap":true}
  %5: i64 = i32.sext64 %4
  %6: i64 = i32.sext64 %2
  %7: i64 = i64.add %5, %6
  return %7`)).toMatchInlineSnapshot(`
    "b0:
      %2: i32 = i64.wrap32 %0 {"exact":true}
      %3: i32 = i32.const {"value":1}
      %4: i32 = i32.sub %1, %3 {"nowrap":true}
      %8: i64 = i32.sext64 %1
      %9: i64 = i64.const {"value":{"$n":"1"}}
      %5: i64 = i64.sub %8, %9 {"nowrap":true}
      %6: i64 = i32.sext64 %2
      %7: i64 = i64.add %5, %0
      return %7"
  `);
});

test('the low half of a sum needs 32 bits; it is known not to wrap where the narrowing is exact', () => {
  expect(runPass(fold, '%0: i32, %1: i32', 'i32', `
b0:
  %2: i64 = i32.sext64 %0
  %3: i64 = i32.sext64 %1
  %4: i64 = i64.add %2, %3
  %5: i32 = i64.wrap32 %4
  %6: i32 = i64.wrap32 %4 {"exact":true}
  %7: i32 = i32.xor %5, %6
  return %7`)).toMatchInlineSnapshot(`
    "b0:
      %2: i64 = i32.sext64 %0
      %3: i64 = i32.sext64 %1
      %4: i64 = i64.add %2, %3
      %5: i32 = i32.add %0, %1
      %6: i32 = i32.add %0, %1 {"nowrap":true}
      %7: i32 = i32.xor %5, %6
      return %7"
  `);
});

test('comparisons of converted integers compare integers; fractions and NaN compare as doubles', () => {
  expect(runPass(fold, '%0: i32, %1: i64', 'bool', `
b0:
  %2: f64 = i32.tof64 %0
  %3: f64 = i64.tof64 %1 {"exact":true}
  %4: f64 = f64.const {"bits":{"$n":"4629700416936869888"}}
  %5: f64 = f64.const {"bits":{"$n":"4602678819172646912"}}
  %6: bool = f64.eq %2, %4
  %7: bool = f64.lt %2, %3
  %8: bool = f64.lt %2, %5
  %9: bool = bool.and %6, %7
  %10: bool = bool.and %8, %9
  return %10`)).toMatchInlineSnapshot(`
    "b0:
      %2: f64 = i32.tof64 %0
      %3: f64 = i64.tof64 %1 {"exact":true}
      %4: f64 = f64.const {"bits":{"$n":"4629700416936869888"}}
      %5: f64 = f64.const {"bits":{"$n":"4602678819172646912"}}
      %11: i32 = i32.const {"value":{"$n":"32"}}
      %6: bool = i32.eq %0, %11
      %12: i64 = i32.sext64 %0
      %7: bool = i64.lt_s %12, %1
      %8: bool = f64.lt %2, %5
      %9: bool = bool.and %6, %7
      %10: bool = bool.and %8, %9
      return %10"
  `);
});

test.each([
  ['a sum that may wrap', '%0: i32, %1: i32', 'i64', '%2: i32 = i32.const {"value":1}\n  %3: i32 = i32.add %0, %2\n  %4: i64 = i32.sext64 %3\n  return %4'],
  ['a narrowing that may lose bits', '%0: i64', 'i64', '%2: i32 = i64.wrap32 %0\n  %3: i64 = i32.sext64 %2\n  return %3'],
  ['an integer beyond 2^53', '%0: i64, %1: i64', 'bool', '%2: f64 = i64.tof64 %0\n  %3: f64 = i64.tof64 %1\n  %4: bool = f64.lt %2, %3\n  return %4'],
])('%s stays', (_what, params, result, body) => {
  expect(leavesAlone(fold, params, result, `\nb0:\n  ${body}`)).toBe(true);
});
