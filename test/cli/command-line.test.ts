import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { packageVersion } from '../../src/host/package-root.ts';
import { builtModule, scratchDirectory, toroc } from './toroc-command.ts';

function project(): string {
  const directory = scratchDirectory();
  writeFileSync(join(directory, 'app.ts'), "console.log('hello');\n");
  writeFileSync(join(directory, 'types.d.ts'), 'declare const x: number;\n');
  writeFileSync(join(directory, 'app.js'), "console.log('hello');\n");
  mkdirSync(join(directory, 'folder.ts'));
  symlinkSync('app.ts', join(directory, 'link.ts'));
  return directory;
}

describe('toroc', () => {
  test('--version', async () => {
    expect(await toroc(['--version'])).toMatchObject({ exitCode: 0, stdout: `${packageVersion()}\n`, stderr: '' });
  });

  test('--version loads neither TypeScript, commander nor execa', async () => {
    const coverage = scratchDirectory();
    await toroc(['--version'], { env: { NODE_V8_COVERAGE: coverage } });
    const loaded = readdirSync(coverage).map((file) => readFileSync(join(coverage, file), 'utf8')).join();
    expect(loaded).toMatch(/cli\/main\.js/);
    expect(loaded).not.toMatch(/node_modules/);
  });

  test('--help names every command', async () => {
    const { exitCode, stdout } = await toroc(['--help']);
    expect(exitCode).toBe(0);
    for (const command of ['build', 'run', 'check', 'inspect']) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  });

  test('help build names every option', async () => {
    const { exitCode, stdout } = await toroc(['help', 'build']);
    expect(exitCode).toBe(0);
    for (const option of ['-o,', '--target', '--include', '-O,', '-g,', '--audit', '--chaos', '--no-cache']) expect(stdout).toContain(option);
  });

  test('without a command prints the help and fails', async () => {
    const { exitCode, stderr } = await toroc([]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Usage: toroc');
  });
});

describe('what cannot be done gets one clear line', () => {
  test.each([
    [['frobnicate'], /^error: unknown command 'frobnicate'$/],
    [['build'], /^error: missing required argument 'file'$/],
    [['build', 'app.ts', '--inlude', 'x'], /^error: unknown option '--inlude' \(Did you mean --include\?\)$/],
    [['build', 'app.ts', '-O3'], /^error: option '-O, --optimize <level>' argument '3' is invalid\. Allowed choices are 0, 1, 2\.$/],
    [['build', 'app.ts', '--target', 'mars'], /argument 'mars' is invalid\. Allowed choices are toro, linux\.$/],
    [['build', 'app.ts', '-o'], /^error: option '-o, --output <path>' argument missing$/],
    [['build', 'app.ts', 'other.ts'], /^error: too many arguments for 'build'/],
    [['build', 'missing.ts', '-o', 'out'], /^error TORO0001: Cannot read 'missing\.ts': no such file or directory\.$/],
    [['build', 'app.ts/x.ts', '-o', 'out'], /^error TORO0001: Cannot read 'app\.ts\/x\.ts': a part of the path is not a directory\.$/],
    [['build', 'folder.ts', '-o', 'out'], /^error TORO0002: 'folder\.ts' is a directory\./],
    [['build', 'app.js', '-o', 'out'], /^error TORO0003: 'app\.js' is not a TypeScript file\./],
    [['build', 'types.d.ts', '-o', 'out'], /^error TORO0003: 'types\.d\.ts' is not a TypeScript file\./],
    [['build', 'app.ts', '-o', 'folder.ts'], /^error TORO0004: Cannot write 'folder\.ts': it is a directory\.$/],
    [['build', 'app.ts', '-o', 'nowhere/out'], /^error TORO0004: Cannot write 'nowhere\/out': no such file or directory\.$/],
    [['build', 'app.ts', '-o', 'app.js/out'], /^error TORO0004: Cannot write 'app\.js\/out': a part of the path is not a directory\.$/],
    [['build', 'app.ts', '-o', 'app.ts'], /^error TORO0005: The output 'app\.ts' is the entry file itself\./],
    [['build', 'app.ts', '-o', 'link.ts'], /^error TORO0005: The output 'link\.ts' is the entry file itself\./],
    [['build', 'app.ts', '-o', 'out', '--include', 'nothing'], /^error TORO0001: Cannot read 'nothing': no such file or directory\.$/],
    [['run', 'missing.ts'], /^error TORO0001: Cannot read 'missing\.ts'/],
    [['run', 'app.ts', '--smp', '0'], /argument '0' is invalid\. It must be a number from 1 on\.$/],
    [['run', 'app.ts', '-m', 'lots'], /argument 'lots' is invalid\. It must be a number of megabytes, or end in K, M or G\.$/],
    [['run', 'app.ts', '--accel', 'warp'], /argument 'warp' is invalid\. Allowed choices are auto, kvm, tcg\.$/],
    [['check', 'missing.ts'], /^error TORO0001: Cannot read 'missing\.ts'/],
    [['inspect', 'app.ts'], /^error: required option '--stage <stage>' not specified$/],
    [['inspect', 'app.ts', '--stage', 'soul'], /argument 'soul' is invalid\. Allowed choices are ast, ir, flow, asm, frames, sizes\.$/],
  ])('%j', async (args, line) => {
    const cwd = project();
    const before = readdirSync(cwd);
    const { exitCode, stdout, stderr } = await toroc(args, { cwd });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr.trimEnd()).toMatch(line);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(readdirSync(cwd)).toEqual(before);
  });

  test('a temporary directory that is not there', async () => {
    const { exitCode, stderr } = await toroc(['run', 'app.ts'], { cwd: project(), env: { TMPDIR: '/nowhere' } });
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "error TORO0004: Cannot write '/nowhere': no such file or directory.\n" });
  });

  test('standard output to a full disk', async () => {
    const full = openSync('/dev/full', 'w');
    onTestFinished(() => closeSync(full));
    const { status, stderr } = spawnSync(process.execPath, [builtModule('cli/main.js'), '--help'], { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'error: no space left on the device\n' });
  });

  test.runIf(process.getuid?.() !== 0)('an unreadable entry and an unwritable directory', async () => {
    const cwd = project();
    chmodSync(join(cwd, 'app.ts'), 0);
    expect((await toroc(['build', 'app.ts'], { cwd })).stderr).toBe("error TORO0001: Cannot read 'app.ts': permission denied.\n");
    chmodSync(join(cwd, 'app.ts'), 0o644);
    chmodSync(cwd, 0o555);
    expect((await toroc(['build', 'app.ts'], { cwd })).stderr).toBe("error TORO0004: Cannot write 'app.elf': permission denied.\n");
    chmodSync(cwd, 0o755);
    expect(existsSync(join(cwd, 'app.elf'))).toBe(false);
  });
});
