import { expect, test } from 'vitest';
import { generate } from '../../src/codegen-x64/generate.ts';
import { parseFunctions } from '../../src/ir/parse.ts';
import { execute } from './execute.ts';

const SUM = `function @a.ts#sum level=typed result=i64 file="a.ts" name="sum" {} (%0: i64) {
b0:
  %1: i64 = i64.const {"value":0}
  %9: i64 = i64.const {"value":1}
  jump -> b1(%1, %1)
b1(%2: i64, %3: i64):
  %4: bool = i64.lt_s %2, %0
  branch %4 -> b2(), b3()
b2:
  %5: i64 = i64.add %3, %2
  %6: i64 = i64.add %2, %9
  jump -> b1(%6, %5)
b3:
  return %3
}
function @a.ts#fib level=typed result=i32 file="a.ts" name="fib" {} (%0: i32) {
b0:
  %1: i32 = i32.const {"value":2}
  %2: bool = i32.lt_s %0, %1
  branch %2 -> b1(), b2()
b1:
  return %0
b2:
  %3: i32 = i32.const {"value":1}
  %4: i32 = i32.sub %0, %3
  %5: i32 = call %4 {"target":"a.ts#fib"}
  %6: i32 = i32.sub %0, %1
  %7: i32 = call %6 {"target":"a.ts#fib"}
  %8: i32 = i32.add %5, %7
  return %8
}
`;

test('loops and calls run', () => {
  const functions = parseFunctions(SUM);
  for (const func of functions) console.log(generate(func).text);
  expect(execute(functions, [{ symbol: 'a.ts#sum', args: [10n] }, { symbol: 'a.ts#fib', args: [20n] }])).toEqual([45n, 6765n]);
});
