/** gdb on a generated program: TypeScript lines, breakpoints, frames through .debug_frame. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generate } from '../../src/codegen-x64/generate.ts';
import { emitProgram } from '../../src/codegen-x64/program.ts';
import { symbolSizes } from '../../src/codegen-x64/symbol-sizes.ts';
import { parseFunctions } from '../../src/ir/parse.ts';
import { readFileSync } from 'node:fs';

const PROGRAM = `
function @a.ts#outer level=typed result=i64 file="a.ts" name="outer" {"symbol":"outer"} @1:1 (%0: i64, %1: value) {
b0:
  %2: i64 = call %0, %0 {"target":"a.ts#inner"} @2:5
  call %1 {"target":"keep"} @3:5
  %3: i64 = i64.add %2, %0 @4:5
  return %3 @4:5
}
function @a.ts#inner level=typed result=i64 file="a.ts" name="inner" {} @6:1 (%0: i64, %1: i64) {
b0:
  %2: i64 = i64.mul %0, %1 @7:10
  %3: i64 = i64.xor %2, %0 @8:10
  return %3 @8:3
}
`;

const START = `
global _start, keep
section .text
_start: xor edi, edi
call outer
xor edi, edi
mov eax, 60
syscall
keep: ret
`;

test('gdb shows lines and frames, and symbols have their sizes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'toroc-gdb-'));
  try {
    const functions = parseFunctions(PROGRAM).map((func) => generate(func, { debugLines: true }));
    writeFileSync(join(folder, 'program.asm'), emitProgram({ functions, data: [], debug: true }).replace('extern keep', '') + START);
    execFileSync('nasm', ['-f', 'elf64', '-g', '-F', 'dwarf', '-o', 'program.o', 'program.asm'], { cwd: folder });
    execFileSync('ld', ['--discard-all', '-o', 'program', 'program.o'], { cwd: folder });
    const output = execFileSync('gdb', ['-batch', '-nx', '-ex', 'break a.ts:8', '-ex', 'run', '-ex', 'bt', '-ex', 'finish', './program'], {
      cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(output).toMatch(/#0 .*a\.ts#inner.* at a\.ts:8/);
    expect(output).toMatch(/#1 .*outer.* at a\.ts:2/);
    expect(output).toMatch(/#2 .*_start/);
    const sizes = symbolSizes(readFileSync(join(folder, 'program')));
    const inner = sizes.find(({ name }) => name === 'a.ts#inner')!;
    expect(inner.section).toBe('.text');
    expect(inner.bytes).toBeGreaterThan(5);
    expect(inner.bytes).toBeLessThan(16);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
