import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { acceleratorWorks, kvmWorks } from '../../src/cli/kvm-probe.ts';
import { kernelCommandLine, launchFailure, programExitCode, qemuArguments } from '../../src/cli/qemu-command-line.ts';
import { openCache } from '../../src/host/compile-cache.ts';
import { builtModule, type CommandSurroundings, flatImage, type RunningCommand, scratchDirectory, startScript } from './toroc-command.ts';

function startMachine(image: string, args: readonly string[], surroundings: CommandSurroundings & { memory?: string } = {}): RunningCommand {
  const machine = { memory: surroundings.memory ?? '16M', smp: 1, accelerator: 'tcg' };
  const script = `
    const { runInQemu } = await import(${JSON.stringify(builtModule('cli/run-qemu.js'))});
    const { reportFailure } = await import(${JSON.stringify(builtModule('cli/report-failure.js'))});
    const { noCache } = await import(${JSON.stringify(builtModule('host/compile-cache.js'))});
    const run = runInQemu(${JSON.stringify(image)}, ${JSON.stringify(args)}, ${JSON.stringify(machine)}, noCache);
    process.exitCode = await run.catch(reportFailure);`;
  return startScript(script, surroundings);
}

const serialPort = 0x3f8;
const print = (text: string, port: number) =>
  [...text].map((character) => `mov dx, ${port}\nmov al, ${character.charCodeAt(0)}\nout dx, al\n`).join('');
const exit = (code: number) => `mov al, ${code}\nout 0xf4, al\n`;

describe("the kernel's command line", () => {
  test.each([
    [[], 'epoch=5 toro='],
    [['a', 'b'], 'epoch=5 toro=a b'],
    [['two words', '', '100%', 'ä,=\n"\''], "epoch=5 toro=two%20words % 100%25 %C3%A4%2C%3D%0A%22'"],
    [[''], 'epoch=5 toro=%'],
  ])('%j', (args, expected) => {
    expect(kernelCommandLine(args, 5)).toBe(expected);
  });
});

describe("QEMU's command line and status", () => {
  test('names the machine', () => {
    const args = qemuArguments({ memory: '64M', smp: 4, accelerator: 'tcg' }, { image: 'a.elf', debugconPath: '/tmp/d', args: ['x'], epochMs: 1 });
    expect(args.join(' ')).toBe(
      '-accel tcg -m 64M -smp 4 -display none -monitor none -serial stdio -no-reboot ' +
        '-device isa-debug-exit,iobase=0xf4,iosize=4 -debugcon file:/tmp/d -kernel a.elf -append epoch=1 toro=x',
    );
  });

  test.each([
    [1, '', 0],
    [3, '', 1],
    [(126 << 1) | 1, '', 126],
    [255, 'log\n200\n', 200],
    [255, '4294967295', 4294967295],
    [255, 'no number', 127],
    [255, '', 127],
    [0, '', undefined],
    [undefined, '', undefined],
  ])('status %s with %j on debugcon', (status, debugcon, code) => {
    expect(programExitCode(status, debugcon)).toBe(code);
  });

  test("QEMU's own failure is told from a guest's exit code 0", () => {
    expect(launchFailure(1, '')).toBeUndefined();
    expect(launchFailure(1, 'qemu-system-x86_64: warning: something')).toBeUndefined();
    expect(launchFailure(1, 'qemu-system-x86_64: cannot set up guest memory')).toBe('cannot set up guest memory');
    expect(launchFailure(1, "qemu: could not open kernel file 'x'")).toBe("could not open kernel file 'x'");
    expect(launchFailure(3, 'qemu-system-x86_64: anything')).toBeUndefined();
  });
});

describe('machines under real QEMU', () => {
  test.each([0, 1, 42, 126])('exit code %d', async (code) => {
    const image = flatImage(scratchDirectory(), print('hi\n', serialPort) + exit(code));
    expect(await startMachine(image, []).outcome).toEqual({ exitCode: code, signal: null, stdout: 'hi\n', stderr: '' });
  });

  test('a code beyond 126 comes over debugcon', async () => {
    const image = flatImage(scratchDirectory(), print('noise\n200\n', 0xe9) + exit(127));
    expect((await startMachine(image, []).outcome).exitCode).toBe(200);
  });

  test('standard input reaches the serial port', async () => {
    const echo = 'mov dx, 0x3fd\npoll: in al, dx\ntest al, 1\njz poll\nmov dx, 0x3f8\nin al, dx\nout dx, al\n';
    const image = flatImage(scratchDirectory(), echo + exit(0));
    expect(await startMachine(image, [], { input: 'Q' }).outcome).toMatchObject({ exitCode: 0, stdout: 'Q' });
  });

  test('a machine that resets is a failure, not exit code 0', async () => {
    const image = flatImage(scratchDirectory(), 'lidt [none]\nint 3\nnone: dw 0\ndd 0\n');
    const { exitCode, stderr } = await startMachine(image, []).outcome;
    expect(exitCode).toBe(1);
    expect(stderr).toBe('error TORO0009: The machine was reset or switched off before the program ended.\n');
  });

  test('QEMU that cannot start is one line', async () => {
    const { exitCode, stderr } = await startMachine('/no/image', []).outcome;
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^error TORO0008: QEMU could not start the machine: .*\n$/);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('a missing QEMU is named with the command that installs it', async () => {
    const { exitCode, stderr } = await startMachine('image', [], { env: { PATH: '/nowhere' } }).outcome;
    expect(exitCode).toBe(1);
    expect(stderr).toBe("error TORO0006: The program 'qemu-system-x86_64' is not installed. (sudo apt-get install qemu-system-x86)\n");
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends QEMU too and leaves no file', async (signal, exitCode) => {
    const directory = scratchDirectory();
    const temporary = scratchDirectory();
    const image = flatImage(directory, print('x', serialPort));
    const { child, outcome } = startMachine(image, [], { env: { TMPDIR: temporary } });
    child.stdout!.once('data', () => child.kill(signal));
    expect(await outcome).toMatchObject({ exitCode, stdout: 'x' });
    expect(readdirSync(temporary)).toEqual([]);
    expect(processesWith(image)).toEqual([]);
  });
});

describe('the accelerator', () => {
  test('the probe tells one that works from one that does not', async () => {
    expect(await acceleratorWorks('tcg', 20_000)).toBe(true);
    expect(await acceleratorWorks('none' as 'tcg')).toBe(false);
    expect(await acceleratorWorks('tcg', 1)).toBe(false);
  });

  test('the answer about KVM is kept', { timeout: 20_000 }, async () => {
    const store = openCache(scratchDirectory());
    const works = await kvmWorks(store);
    const start = performance.now();
    expect(await kvmWorks(store)).toBe(works);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

/** Process ids whose command line has `word`. */
function processesWith(word: string): string[] {
  return readdirSync('/proc').filter((id) => {
    const path = join('/proc', id, 'cmdline');
    try {
      return /^\d+$/.test(id) && existsSync(path) && readFileSync(path, 'utf8').split('\0').includes(word);
    } catch {
      return false;
    }
  });
}
