import { expect, test } from 'vitest';
import { parseFunctions } from '../src/ir/parse.ts';
import { printFunction } from '../src/ir/print.ts';
import { verify } from '../src/ir/verify.ts';

const ABS = `function @abs level=typed result=i32 file="a.ts" name="abs" {"noalloc":true} @3:1 (%0: i32) {
b0:
  %1: i32 = i32.const {"value":0} @4:10
  %2: bool = i32.lt_s %0, %1 @4:12[inlined "less" "b \\"q\\".ts" @7:8]
  branch %2 -> b1(), b2(%0) @4:3
b1:
  %3: i32 = i32.neg %0
  %5: i64 = i64.const {"value":{"$n":"-9223372036854775808"}}
  jump -> b2(%3)
b2(%4: i32):
  switch %4 [0 -1] -> b3(), b3(), b3()
b3:
  call %4 {"target":"f"}
  except -> b4(), b5(%4)
b4:
  return %4
b5(%6: value, %7: i32) handler:
  throw %6
}
`;

test('text form is lossless', () => {
  const [func] = parseFunctions(ABS);
  expect(printFunction(func!)).toBe(ABS);
  verify(func!);
});

test('the verifier finds a use that its definition does not dominate', () => {
  const [func] = parseFunctions(ABS.replace('jump -> b2(%3)', 'jump -> b2(%4)'));
  expect(() => verify(func!)).toThrow(/%4 does not dominate its use/);
});

test('the verifier finds a wrong representation', () => {
  const [func] = parseFunctions(ABS.replace('i32.neg %0', 'i32.neg %2'));
  expect(() => verify(func!)).toThrow(/argument 0 is bool, not i32/);
});

test('the verifier finds a jump to a handler', () => {
  const [func] = parseFunctions(ABS.replace('jump -> b2(%3)', 'jump -> b5(%3)'));
  expect(() => verify(func!)).toThrow(/a handler is entered by except's second edge only/);
});
