import { expect, test } from 'vitest';
import type { Func } from '../../src/ir/function.ts';
import { parseFunctions } from '../../src/ir/parse.ts';
import { verifyAfter } from '../../src/ir/pass.ts';
import { verify } from '../../src/ir/verify.ts';
import { inlineCalls } from '../../src/optimise/inline.ts';
import { bodyOf } from './run-pass.ts';

const header = (name: string, params: string, result: string): string => `function @${name} level=typed result=${result} file="${name}.ts" name="${name}" {} (${params}) {`;

/** The blocks of the function `f` of a program after inlining; all functions are verified before and after. */
function inlined(text: string, library = ''): string {
  const functions = parseFunctions(text);
  const finished = parseFunctions(library);
  [...functions, ...finished].forEach(verify);
  inlineCalls(functions, new Map(finished.map((func) => [func.symbol, func])), 1);
  for (const func of functions) verifyAfter(func, { name: 'inline' });
  return bodyOf(functions.find(({ symbol }) => symbol === 'f') as Func);
}

const square = `${header('square', '%0: f64', 'f64')}
b0:
  %1: f64 = f64.mul %0, %0 @2:10
  return %1 @2:3
}
`;

test('a small callee takes the place of its call; positions keep where it was called', () => {
  expect(inlined(`${header('f', '%0: f64', 'f64')}
b0:
  %1: f64 = call %0 {"target":"square"} @7:5
  %2: f64 = f64.add %1, %0 @7:1
  return %2 @7:1
}
${square}`)).toMatchInlineSnapshot(`
  "b0:
    jump -> b2() @7:5
  b1(%1: f64):
    %2: f64 = f64.add %1, %0 @7:1
    return %2 @7:1
  b2:
    %3: f64 = f64.mul %0, %0 @2:10[inlined "square" "square.ts" @7:5]
    jump -> b1(%3) @2:3[inlined "square" "square.ts" @7:5]"
`);
});

test('the callee is in its final form when it is copied: calls inside it are gone, and named in the chain', () => {
  expect(inlined(`${header('f', '%0: f64', 'f64')}
b0:
  %1: f64 = call %0 {"target":"g"} @3:1
  return %1 @3:1
}
${header('g', '%0: f64', 'f64')}
b0:
  %1: f64 = call %0 {"target":"square"} @5:1
  return %1 @5:1
}
`, square)).toMatchInlineSnapshot(`
  "b0:
    jump -> b2() @3:1
  b1(%1: f64):
    return %1 @3:1
  b2:
    jump -> b4() @5:1[inlined "g" "g.ts" @3:1]
  b3(%2: f64):
    jump -> b1(%2) @5:1[inlined "g" "g.ts" @3:1]
  b4:
    %3: f64 = f64.mul %0, %0 @2:10[inlined "square" "square.ts" @5:1[inlined "g" "g.ts" @3:1]]
    jump -> b3(%3) @2:3[inlined "square" "square.ts" @5:1[inlined "g" "g.ts" @3:1]]"
`);
});

test('branches of the callee join behind the call', () => {
  expect(inlined(`${header('f', '%0: i32', 'i32')}
b0:
  %1: i32 = call %0 {"target":"abs"}
  return %1
}
${header('abs', '%0: i32', 'i32')}
b0:
  %1: i32 = i32.const {"value":0}
  %2: bool = i32.lt_s %0, %1
  branch %2 -> b1(), b2()
b1:
  %3: i32 = i32.neg %0
  return %3
b2:
  return %0
}
`)).toMatchInlineSnapshot(`
  "b0:
    jump -> b2()
  b1(%1: i32):
    return %1
  b2:
    %2: i32 = i32.const {"value":0} @0:0[inlined "abs" "abs.ts" @0:0]
    %3: bool = i32.lt_s %0, %2 @0:0[inlined "abs" "abs.ts" @0:0]
    branch %3 -> b3(), b4() @0:0[inlined "abs" "abs.ts" @0:0]
  b3:
    %4: i32 = i32.neg %0 @0:0[inlined "abs" "abs.ts" @0:0]
    jump -> b1(%4) @0:0[inlined "abs" "abs.ts" @0:0]
  b4:
    jump -> b1(%0) @0:0[inlined "abs" "abs.ts" @0:0]"
`);
});

const stays = (callee: string, call = '  %1: i32 = call %0 {"target":"g"}\n  return %1'): boolean =>
  inlined(`${header('f', '%0: i32', 'i32')}\nb0:\n${call}\n}\n`, callee).includes('call %0 {"target":"g"');

const throwing = `${header('g', '%0: i32', 'i32')}
b0:
  %1: i32 = i32.const {"value":0}
  %2: bool = i32.lt_s %0, %1
  branch %2 -> b1(), b2()
b1:
  %3: value = box.i32 %0
  throw %3
b2:
  return %0
}
`;
const handled = `  %1: i32 = call %0 {"target":"g"}
  except -> b1(), b2()
b1:
  return %1
b2(%2: value) handler:
  return %0`;

test.each([
  ['recursion', `${header('g', '%0: i32', 'i32')}\nb0:\n  %1: i32 = call %0 {"target":"g"}\n  return %1\n}\n`],
  ['a stack buffer', `${header('g', '%0: i32', 'i32')}\nb0:\n  %1: i64 = stack.buffer {"bytes":16}\n  %2: i32 = load.i32 %1\n  return %2\n}\n`],
  ['no return', `${header('g', '%0: i32', 'i32')}\nb0:\n  %1: value = box.i32 %0\n  throw %1\n}\n`],
  ['a size beyond the limit', `${header('g', '%0: i32', 'i32')}\nb0:\n${Array.from({ length: 60 }, (_, i) => `  %${i + 1}: i32 = i32.add %${i}, %${i}`).join('\n')}\n  return %60\n}\n`],
])('a callee with %s is called', (_what, callee) => {
  expect(stays(callee)).toBe(true);
});

test('a callee that throws is called where there is a handler, and copied where there is none', () => {
  expect([stays(throwing, handled), stays(throwing)]).toEqual([true, false]);
});
