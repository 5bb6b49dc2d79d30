import { expect, test } from 'vitest';
import { parseFunctions } from '../../src/ir/parse.ts';
import { verifyAfter } from '../../src/ir/pass.ts';
import { markStackChecks } from '../../src/optimise/stack-checks.ts';

const calling = (name: string, ...targets: string[]): string =>
  `function @${name} level=typed result=- file="a.ts" name="${name}" {} () {\nb0:\n${targets.map((target) => `  call {"target":"${target}"}\n`).join('')}  return\n}\n`;

test('functions that can be entered again, and those that call what is not known, check the stack', () => {
  const functions = parseFunctions(`${calling('leaf')}${calling('self', 'self', 'leaf')}${calling('ping', 'pong')}${calling('pong', 'ping')}${calling('main', 'ping', 'leaf', 'elsewhere')}
function @unknown level=typed result=value file="a.ts" name="unknown" {} (%0: ref, %1: value) {
b0:
  %2: value = call.uniform %0, %1, %1
  return %2
}
`);
  markStackChecks(functions, 'overflow');
  for (const func of functions) verifyAfter(func, { name: 'stack-checks' });
  expect(functions.filter(({ attrs }) => attrs.stackcheck === 'overflow').map(({ symbol }) => symbol)).toEqual(['self', 'ping', 'pong', 'unknown']);
});
