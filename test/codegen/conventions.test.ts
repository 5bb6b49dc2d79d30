/** Conventions that random programs don't reach: uniform calls with arguments as roots, stack checks, tables of long functions. */
import { expect, test } from 'vitest';
import { generate } from '../../src/codegen-x64/generate.ts';
import { emitProgram } from '../../src/codegen-x64/program.ts';
import { sizeJumps } from '../../src/codegen-x64/jump-size.ts';
import { mangle } from '../../src/codegen-x64/mangle.ts';
import { sequentialise, type LocatedMove } from '../../src/codegen-x64/parallel-move.ts';
import type { DataInfo } from '../../src/ir/module.ts';
import { parseFunctions } from '../../src/ir/parse.ts';
import { execute } from './execute.ts';

const POINTER = (1n << 40n) + 64n;

test('a uniform call passes boxed arguments that the collector moves', () => {
  const functions = parseFunctions(`
function @caller level=typed result=value file="" name="" {} (%0: value, %1: value) {
b0:
  %2: ref = ref.static {"symbol":"cell"}
  %3: value = value.const {"bits":2}
  %4: value = call.uniform %2, %0, %3, %1, %0, %1
  return %4
}
function @entry level=typed result=value file="" name="" {} (%0: ref, %1: value, %2: i64, %3: i64, %4: value) {
b0:
  call {"target":"test_collect"}
  %5: i64 = load.i64 %3
  %6: i64 = load.i64 %3 {"offset":8}
  %7: i64 = load.i64 %3 {"offset":16}
  %8: i64 = value.bits %1
  %9: i64 = i64.add %5, %6
  %10: i64 = i64.add %9, %7
  %11: i64 = i64.add %10, %8
  %12: i64 = i64.mul %11, %2
  %13: value = value.frombits %12
  return %13
}
`);
  const data: DataInfo[] = [
    { symbol: 'shape', section: 'rodata', words: [0n, 0n, 0n, 0n, { symbol: 'entry' }], tracked: [] },
    { symbol: 'cell', section: 'rodata', words: [{ low: { symbol: 'shape' }, high: 0n }], tracked: [] },
  ];
  const [result] = execute(functions, [{ symbol: 'caller', args: [POINTER, POINTER + 1000n] }], {}, data);
  expect(result).toBe(3n * (2n * (POINTER + 8n) + 2n * (POINTER + 1008n)));
});

test('a function longer than 64 KB has several records in the frame table', () => {
  const lines = Array.from({ length: 6000 }, (_, i) => `  %${i + 2}: i64 = call %${i + 1}, %0 {"target":"step"}\n  jump -> b${i + 1}()\nb${i + 1}:`);
  const functions = parseFunctions(`function @lengthy level=typed result=i64 file="" name="" {} (%0: value, %1: i64) {
b0:
${lines.join('\n')}
  %9000: i64 = value.bits %0
  %9001: i64 = i64.add %9000, %6001
  return %9001
}
function @step level=typed result=i64 file="" name="" {} (%0: i64, %1: value) {
b0:
  call {"target":"test_collect"}
  %2: i64 = i64.const {"value":1}
  %3: i64 = i64.add %0, %2
  return %3
}
`);
  expect(generate(functions[0]).chunks.length).toBeGreaterThan(1);
  expect(execute(functions, [{ symbol: 'lengthy', args: [POINTER, 5n] }])).toEqual([POINTER + 8n * 6000n + 6005n]);
});

test('the position table encodes lines by difference and inline chains', () => {
  const [func] = parseFunctions(`function @f level=typed result=- file="a.ts" name="f" {} (%0: i64) {
b0:
  call %0 {"target":"g"} @3:7[inlined "h" "b.ts" @200:5]
  call %0 {"target":"g"} @190:1
  return
}
`);
  const text = emitProgram({ functions: [generate(func)], data: [], traceStrings: { functionName: ({ name }) => `name_${name}`, file: () => null } });
  expect(text).toContain('position_stream_0: db 0,161,6,5,1,1,3,7,38,1');
  expect(text).toContain('dd name_f, 0\ndd name_h, 0');
});

test('tracked variables become runs of roots', () => {
  const variable = (symbol: string, words: number, tracked: number[]): DataInfo => ({ symbol, section: 'mutable', words: Array<bigint>(words).fill(0n), tracked });
  const text = emitProgram({ functions: [], data: [variable('raw', 1, []), variable('a', 1, [0]), variable('b', 1, [0]), variable('c', 3, [2])] });
  expect(text).toContain('dd 2, 0\ndd a+0, 2\ndd c+16, 1');
});

test('names are mangled injectively', () => {
  expect(mangle('src/runtime/string#concat')).toBe('src~runtime~string#concat');
  expect(mangle('app.ts#get x')).toBe('app.ts#get$20$x');
  const symbols = ['a/b', 'a~b', 'a b', 'a$20$b', 'a@b', '1a', '_$$1a', '#x', '.x', 'ä', 'a#b', 'a.b'];
  const names = symbols.map(mangle);
  expect(new Set(names).size).toBe(symbols.length);
  for (const name of names) expect(name).toMatch(/^[A-Za-z_][\w.#$~]*$/);
});

test('jumps are short only where the target is surely near', () => {
  const far = Array<string>(40).fill('mov rax, [rsp+8]');
  const lines = ['.a:', 'jmp .b', ...far, '.b:', 'jne .c', 'nop', '.c:', 'jmp .a'];
  sizeJumps(lines);
  expect(lines.filter((line) => line.startsWith('j'))).toEqual(['jmp near .b', 'jne short .c', 'jmp near .a']);
});

test('parallel moves with cycles through registers and memory', () => {
  const register = (n: number): LocatedMove['to'] => ({ kind: 'register', register: n });
  const stack = (offset: number): LocatedMove['to'] => ({ kind: 'stack', offset });
  const move = (to: LocatedMove['to'], from: LocatedMove['from'], xmm = false): LocatedMove => ({ to, from, xmm });
  expect(sequentialise([move(register(0), register(1)), move(register(1), register(0))], 0)).toEqual(['xchg rax, rcx']);
  expect(sequentialise([move(register(0), register(1)), move(register(2), register(0))], 0)).toEqual(['mov rdx, rax', 'mov rax, rcx']);
  expect(sequentialise([move(stack(8), stack(0)), move(stack(0), stack(8))], 0)).toEqual([
    'push qword [rsp+8]', 'push qword [rsp+8]', 'pop qword [rsp+16]', 'pop qword [rsp+0]',
  ]);
  expect(sequentialise([move(stack(0), stack(8))], 1 << 10)).toEqual(['mov r10, qword [rsp+8]', 'mov qword [rsp+0], r10']);
});
