/** The split of functions that suspend, on IR text: what it makes is verified. */
import { expect, test } from 'vitest';
import { emptyModule } from '../../src/ir/module.ts';
import { parseFunctions } from '../../src/ir/parse.ts';
import { printFunction } from '../../src/ir/print.ts';
import { verify } from '../../src/ir/verify.ts';
import { splitSuspending } from '../../src/suspend/split.ts';

/** The two functions that a suspending function `f` becomes. */
function split(params: string, body: string): { outer: string; resume: string } {
  const module = emptyModule('a');
  const [func] = parseFunctions(`function @f level=js result=value file="a.ts" name="f" {"suspends":true} (%0: value, %1: value, %2: value${params}) {\n${body.trim()}\n}\n`);
  verify(func!);
  module.functions.set('f', func!);
  splitSuspending(module);
  const [outer, resume] = [...module.functions.values()];
  verify(outer!);
  verify(resume!);
  return { outer: printFunction(outer!), resume: printFunction(resume!) };
}

const LOOP = `
b0:
  js.suspend.start {"maker":"src/std/generator#makeGenerator"}
  %4: value = js.const {"kind":"number","value":{"$n":"0"}}
  jump -> b1(%4)
b1(%5: value):
  %6: bool = js.compare %5, %3 {"operator":"<"}
  branch %6 -> b2(), b3()
b2:
  js.yield %5
  %7: value = js.resume.value
  %8: value = js.binary %5, %7 {"operator":"+"}
  jump -> b1(%8)
b3:
  %10: value = js.resume.control
  %11: value = js.const {"kind":"true"}
  js.set %10, %11 {"name":"done"}
  %9: value = js.const {"kind":"undefined"}
  return %9`;

test('what lives across a yield has a slot: the parameter from the start, the counter where it is defined', () => {
  const { outer, resume } = split(', %3: value', LOOP);
  expect(outer).toMatch(/js\.closure %\d+, %3 \{"function":"f\.resume","slots":1\}/);
  expect(outer).toContain('"global":"src/std/generator#makeGenerator"');
  const counter = /js\.capture\.set %\d+, %5 \{"index":2\}/;
  expect(resume).toMatch(counter);
  expect(resume.match(/js\.capture %\d+ \{"index":1\}/g)).toHaveLength(1); // the parameter, in the test of the loop
  expect(resume.match(/js\.capture %\d+ \{"index":2\}/g)).toHaveLength(2); // the counter, in the other blocks that use it: to be yielded, and behind that
});

test('each yield stores its state and returns its value; the control object is a parameter', () => {
  const { resume } = split(', %3: value', LOOP);
  expect(resume.match(/js\.capture\.set %\d+, %\d+ \{"index":0\}/g)).toHaveLength(1);
  expect(resume.match(/js\.set %\d+, %\d+ \{"name":"done"\}/g)).toHaveLength(1);
  expect(resume.match(/return /g)).toHaveLength(2);
  expect(resume).not.toMatch(/js\.(yield|suspend|resume)/);
});

test('constants are made again, and values that no yield separates from their uses stay', () => {
  const { outer, resume } = split('', `
b0:
  %3: value = js.const {"kind":"string","value":"text"}
  js.suspend.start {"maker":"src/std/generator#makeGenerator"}
  %4: value = js.unary %1 {"operator":"typeof"}
  %5: value = js.binary %4, %3 {"operator":"+"}
  js.yield %5
  js.yield %3
  return %3`);
  expect(outer).toContain('{"function":"f.resume","slots":0}');
  expect(resume.match(/js\.const \{"kind":"string","value":"text"\}/g)!.length).toBeGreaterThan(1);
  expect(resume.match(/js\.capture %\d+ \{"index":1\}/g)).toHaveLength(1); // this
  expect(resume).not.toContain('"index":2');
});

test('what is yielded may have been there before the start', () => {
  const { outer, resume } = split(', %3: value', `
b0:
  js.suspend.start {"maker":"src/std/generator#makeGenerator"}
  js.yield %3
  return %1`);
  expect(outer).toMatch(/js\.closure %\d+, %1, %3|js\.closure %\d+, %3, %1/);
  expect(resume.match(/js\.capture %\d+ \{"index":[12]\}/g)).toHaveLength(2);
});

test('the result of a call in a try is stored where the call has succeeded', () => {
  const { resume } = split(', %3: value', `
b0:
  js.suspend.start {"maker":"src/std/generator#makeGenerator"}
  %4: value = js.call %3, %1 {}
  except -> b1(), b2()
b1:
  js.yield %4
  return %4
b2(%5: value) handler:
  js.yield %5
  return %5`);
  const [, stored] = /js\.call[^\n]*\n {2}except -> (b\d+)\(\)/.exec(resume)!;
  expect(resume).toMatch(new RegExp(`${stored}:\\n {2}js\\.capture\\.set %\\d+, %4`));
});
