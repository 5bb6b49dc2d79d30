/** Runs one pass on IR text: what stands before and after it is verified. */
import type { Func } from '../../src/ir/function.ts';
import { parseFunctions } from '../../src/ir/parse.ts';
import { type Pass, verifyAfter } from '../../src/ir/pass.ts';
import { printFunction } from '../../src/ir/print.ts';
import { verify } from '../../src/ir/verify.ts';

/** A function `f` with these parameters, result and blocks. */
export function parse(params: string, result: string, body: string): Func {
  const [func] = parseFunctions(`function @f level=typed result=${result} file="a.ts" name="f" {} (${params}) {\n${body.trim()}\n}\n`);
  verify(func!);
  return func!;
}

/** The blocks' text after the pass. Bigints are written as in the input. */
export function runPass(pass: Pick<Pass, 'name' | 'run'>, params: string, result: string, body: string): string {
  const func = parse(params, result, body);
  pass.run(func);
  verifyAfter(func, pass);
  return bodyOf(func);
}

export function bodyOf(func: Func): string {
  return printFunction(func).trimEnd().split('\n').slice(1, -1).join('\n');
}

/** True where the pass leaves the blocks as they are. */
export function leavesAlone(pass: Pick<Pass, 'name' | 'run'>, params: string, result: string, body: string): boolean {
  const before = bodyOf(parse(params, result, body));
  return runPass(pass, params, result, body) === before;
}
