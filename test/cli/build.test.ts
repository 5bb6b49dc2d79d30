import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, watch, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtModule, scratchDirectory, startNode, toroc } from './toroc-command.ts';

const limits = { timeout: 60_000 };

function project(source: string): string {
  const directory = scratchDirectory();
  writeFileSync(join(directory, 'app.ts'), source);
  return directory;
}

const hello = "console.log('hello');\n";

/** A directory of programs: `present` as they are here, and `scripts` by their text. */
function programs(present: readonly string[], scripts: Readonly<Record<string, string>> = {}): string {
  const directory = scratchDirectory();
  for (const name of present) {
    const found = process.env.PATH!.split(delimiter).map((folder) => join(folder, name)).find((path) => existsSync(path));
    symlinkSync(found!, join(directory, name));
  }
  for (const [name, text] of Object.entries(scripts)) {
    writeFileSync(join(directory, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(directory, name), 0o755);
  }
  return directory;
}

describe('toroc build', limits, () => {
  test('writes the output, and nothing else', async () => {
    const cwd = project(hello);
    const temporary = scratchDirectory();
    expect(await toroc(['build', 'app.ts', '-o', 'out.elf'], { cwd, env: { TMPDIR: temporary } })).toEqual({ exitCode: 0, signal: null, stdout: '', stderr: '' });
    expect(readdirSync(cwd).sort()).toEqual(['app.ts', 'out.elf']);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('names the output after the entry', async () => {
    const cwd = project(hello);
    await toroc(['build', 'app.ts'], { cwd });
    await toroc(['build', 'app.ts', '--target', 'linux'], { cwd });
    expect(readdirSync(cwd).sort()).toEqual(['app', 'app.elf', 'app.ts']);
  });

  test('the linux target is an executable', async () => {
    const cwd = project(hello);
    await toroc(['build', 'app.ts', '-o', 'app', '--target', 'linux'], { cwd });
    expect(spawnSync(join(cwd, 'app'), { encoding: 'utf8' })).toMatchObject({ status: 0, stdout: 'hello\n', stderr: '' });
  });

  test.each(['toro', 'linux'])('cold, warm and cache-less builds for %s give the same bytes', async (target) => {
    const cwd = project(hello);
    const env = { TOROC_CACHE: join(cwd, 'cache') };
    for (const [output, option] of [['cold', []], ['warm', []], ['none', ['--no-cache']]] as const) {
      expect((await toroc(['build', 'app.ts', '-o', output, '--target', target, ...option], { cwd, env })).exitCode).toBe(0);
    }
    expect(readFileSync(join(cwd, 'warm')).equals(readFileSync(join(cwd, 'cold')))).toBe(true);
    expect(readFileSync(join(cwd, 'none')).equals(readFileSync(join(cwd, 'cold')))).toBe(true);
  });

  test('a cache that cannot be written is no failure', async () => {
    const cwd = project(hello);
    expect((await toroc(['build', 'app.ts'], { cwd, env: { TOROC_CACHE: '/dev/null/cache' } })).exitCode).toBe(0);
  });

  test('a type error looks like that of tsc, and leaves no output', async () => {
    const cwd = project("const x: number = 'text';\nconsole.log(x);\n");
    const { exitCode, stderr } = await toroc(['build', 'app.ts', '-o', 'out'], { cwd });
    expect(exitCode).toBe(1);
    expect(stderr).toBe(
      "app.ts:1:7 - error TS2322: Type 'string' is not assignable to type 'number'.\n\n1 const x: number = 'text';\n        ~\n\n\nFound 1 error in app.ts:1\n",
    );
    expect(readdirSync(cwd)).toEqual(['app.ts']);
  });

  test.each([
    ['nasm', ['ld'], 'nasm'],
    ['ld', ['nasm'], 'binutils'],
  ])('a missing %s is named with the command that installs it', async (missing, present, aptPackage) => {
    const cwd = project(hello);
    const { exitCode, stderr } = await toroc(['build', 'app.ts', '--no-cache'], { cwd, env: { PATH: programs(present) } });
    expect(exitCode).toBe(1);
    expect(stderr).toBe(`error TORO0006: The program '${missing}' is not installed. (sudo apt-get install ${aptPackage})\n`);
    expect(readdirSync(cwd)).toEqual(['app.ts']);
  });

  test('an output on a full disk is one line', async () => {
    const { exitCode, stderr } = await toroc(['build', 'app.ts', '-o', '/dev/full'], { cwd: project(hello) });
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "error TORO0007: No space left on the device while writing '/dev/full'.\n" });
  });

  test('a failure of a tool is an internal error, with a stack only on demand', async () => {
    const cwd = project(hello);
    const env = { PATH: programs(['nasm'], { ld: 'echo broken >&2; exit 1' }) };
    const quiet = await toroc(['build', 'app.ts', '--no-cache'], { cwd, env });
    expect(quiet.exitCode).toBe(70);
    expect(quiet.stderr).toMatch(/^toroc: internal error: ld failed: broken\n/);
    expect(quiet.stderr).not.toMatch(/^ +at /m);
    const verbose = await toroc(['build', 'app.ts', '--no-cache'], { cwd, env: { ...env, TOROC_DEBUG: '1' } });
    expect(verbose.stderr).toMatch(/^ +at /m);
    expect(readdirSync(cwd)).toEqual(['app.ts']);
  });

  test('ctrl-C leaves no file', async () => {
    const cwd = project(hello);
    const temporary = scratchDirectory();
    // A linker that never ends: the interruption comes when all the files of a build are there.
    const env = { TMPDIR: temporary, PATH: programs(['nasm', 'sleep', 'touch'], { ld: `touch ${join(cwd, 'linking')}; exec sleep 30` }) };
    const { child, outcome } = startNode([builtModule('cli/main.js'), 'build', 'app.ts', '--no-cache'], { cwd, env });
    const watcher = watch(cwd, (_event, name) => {
      if (name === 'linking') child.kill('SIGINT');
    });
    expect(await outcome).toMatchObject({ signal: 'SIGINT', stderr: '' });
    watcher.close();
    expect(readdirSync(cwd).sort()).toEqual(['app.ts', 'linking']);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe.each(['linux', 'toro'])('toroc run --target %s', limits, (target) => {
  const run = (cwd: string, ...args: string[]) => toroc(['run', 'app.ts', '--target', target, '--accel', 'tcg', ...args], { cwd });
  const lines = (text: string) => text.replaceAll('\r', '').split('\n');

  test('passes arguments, and ends with the exit code', async () => {
    const cwd = project('console.log(process.argv.slice(2).join("|"));\nprocess.exitCode = process.argv.length;\n');
    const args = ['a', '-x', 'two words', '', '100%', 'ä€𝄞', '"quoted", \\'];
    const { exitCode, stdout } = await run(cwd, '--', ...args);
    expect(lines(stdout)).toContain(args.join('|'));
    expect(exitCode).toBe(2 + args.length);
    expect(readdirSync(cwd)).toEqual(['app.ts']);
  });

  test.each([0, 1, 126, 127, 128, 255])('exit code %d', async (code) => {
    expect((await run(project(`process.exit(${code});\n`))).exitCode).toBe(code);
  });

  test('finds included files', async () => {
    const cwd = project("import { readFileSync } from 'node:fs';\nconsole.log(readFileSync('data/words.txt', 'utf8').length);\n");
    mkdirSync(join(cwd, 'data'));
    writeFileSync(join(cwd, 'data/words.txt'), 'four');
    const { exitCode, stdout } = await run(cwd, '--include', 'data');
    expect({ exitCode, last: lines(stdout.trimEnd()).at(-1) }).toEqual({ exitCode: 0, last: '4' });
  });
});
