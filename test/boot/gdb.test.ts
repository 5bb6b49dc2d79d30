/** gdb on a program built with -g, hosted and through QEMU's stub, there from the first instruction on: TypeScript lines, frames and steps. */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/driver.ts';
import { temporaryDirectory } from './images.ts';

// Functions that may call themselves are not inlined.
const PROGRAM = `function inner(n: number): number {
  const doubled = n * 2;
  console.log('doubled', doubled);
  return n > 2 ? inner(n - 1) : doubled;
}

function outer(n: number): number {
  const result = n > 8 ? outer(n - 1) : inner(n + 1);
  return result + 1;
}

console.log(outer(process.argv.length) + outer(4));
`;

const directory = temporaryDirectory();
const source = path.join(directory, 'stepped.ts');
beforeAll(() => writeFileSync(source, PROGRAM));
afterAll(() => rmSync(directory, { recursive: true }));

/** Lets gdb start the image, halted before its first instruction, and do the commands; gives all that gdb printed. */
function debug(image: string, machine: string, commands: readonly string[]): string {
  const guest = `timeout 60 qemu-system-x86_64 -accel tcg -M ${machine} -display none -monitor none -serial null -no-reboot -S -gdb stdio -kernel ${image}`;
  return runGdb(image, [`target remote | exec ${guest}`, ...commands, 'kill']);
}

/** gdb's exit status says nothing: QEMU may be gone before it has answered `kill`, which gdb calls an error. What it printed is what counts. */
function runGdb(program: string, commands: readonly string[]): string {
  const script = ['set pagination off', 'set remotetimeout 40', ...commands].flatMap((command) => ['-ex', command]);
  const { stdout } = spawnSync('gdb', ['-batch', '-nx', ...script, program], { cwd: directory, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 50_000 });
  return stdout;
}

/** What gdb says at two breakpoints at line 3, in a call from `outer` and in one from `inner` itself. */
function expectFramesAtLine3(output: string): void {
  const [, first, second] = output.split(/^Breakpoint 1, /m);
  expect(first).toMatch(/^stepped#inner \(\) at .*stepped\.ts:3\n3\t {2}console\.log\('doubled', doubled\);\n#0 /);
  expect(first).toMatch(/^#1 .* in stepped#outer \(\) at .*stepped\.ts:8$/m);
  expect(first).toMatch(/ at .*stepped\.ts:12$/m);
  expect(second).toMatch(/^#1 .* in stepped#inner \(\) at .*stepped\.ts:4$/m);
  expect(second).toMatch(/^#2 .* in stepped#outer \(\) at .*stepped\.ts:8$/m);
}

test('hosted: a breakpoint at a line, and the frames there, at the default level', { timeout: 60_000 }, async () => {
  const executable = path.join(directory, 'hosted');
  await build({ entry: source, output: executable, target: 'linux', debug: true });
  expectFramesAtLine3(runGdb(executable, ['break stepped.ts:3', 'run', 'backtrace', 'continue', 'backtrace']));
});

describe.each([
  ['microvm', 'hbreak'],
  ['pc', 'break'],
])('on %s with %s', (machine, setBreakpoint) => {
  test('a breakpoint at a line, and the frames there, at the default level', { timeout: 60_000 }, async () => {
    const image = path.join(directory, `${machine}.elf`);
    await build({ entry: source, output: image, debug: true });
    expectFramesAtLine3(debug(image, machine, [`${setBreakpoint} stepped.ts:3`, 'continue', 'backtrace', 'continue', 'backtrace']));
  });

  test('steps from line to line without optimisation', { timeout: 60_000 }, async () => {
    const image = path.join(directory, `${machine}-O0.elf`);
    await build({ entry: source, output: image, debug: true, optimise: 0 });
    const output = debug(image, machine, [`${setBreakpoint} stepped.ts:8`, 'continue', 'step', 'next', 'next', 'next', 'delete', 'finish', 'backtrace']);
    const shown = output.split('\n').flatMap((line) => /^(\d+)\t/.exec(line)?.[1] ?? []);
    expect(shown).toEqual(['8', '1', '2', '3', '4', '8']);
    const frames = output.split('\n').flatMap((line) => /^#\d+ +(?:0x\w+ in )?(\S+) \(\) at .*?([^/]+:\d+)$/.exec(line)?.slice(1).join(' ') ?? []);
    expect(frames).toEqual([
      'stepped#outer stepped.ts:8', 'stepped#$3c$init$3e$ stepped.ts:12', 'program#evaluate main.ts:1', 'src~std~main#runProgram main.ts:13',
      'program_main main.ts:1', 'src~kernel~main#kernelMain main.ts:19',
    ]);
  });
});
