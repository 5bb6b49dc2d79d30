/** The kernel and the Linux platform, compiled, without runtime and library: guest.ts on every machine. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countInstructions } from '../../scripts/measure/instructions.mjs';
import { buildDialectImage } from './dialect-image.ts';
import { boot, temporaryDirectory } from './images.ts';

const directory = temporaryDirectory();
let image = '';
let executable = '';

beforeAll(async () => {
  image = await buildDialectImage(directory, 'test/boot/guest.ts', 'toro');
  executable = await buildDialectImage(directory, 'test/boot/guest.ts', 'linux');
}, 60_000);
afterAll(() => rmSync(directory, { recursive: true }));

const machines: [string, string[]][] = [
  ['pc', ['-M', 'pc']],
  ['pc with qboot', ['-M', 'pc', '-bios', 'qboot.rom']],
  ['q35', ['-M', 'q35']],
  ['microvm', ['-M', 'microvm']],
];

const megabyte = Array.from({ length: 16384 }, (_, row) =>
  Array.from({ length: 63 }, (_, column) => String.fromCharCode(0x61 + ((row + column) % 26))).join('') + '\n').join('');

describe.each(machines)('%s', (_name, machine) => {
  test.each([
    ['4 MB', ['-m', '4M']],
    ['4 GB', ['-m', '4G']],
    ['8 cores', ['-smp', '8', '-cpu', 'max']],
  ])('says hello, %s', async (_variant, options) => {
    expect(await boot(image, [...machine, ...options])).toMatchObject({ output: 'hello, world\n', code: 0 });
  });

  test('switches itself off without any extra device', async () => {
    const { output, status } = await boot(image, machine, 5000, []);
    expect({ output, status }).toEqual({ output: 'hello, world\n', status: 0 });
  });

  test.each([0, 1, 126, 127, 128, 255])('ends with %i', async (code) => {
    expect((await boot(image, [...machine, '-append', `toro=e${code}`])).code).toBe(code);
  });

  test('passes arguments', async () => {
    const { output } = await boot(image, [...machine, '-append', 'epoch=5 toro=a b%20c % %E2%82%AC']);
    expect(output).toBe('[a]\n[b c]\n[]\n[€]\n');
  });

  test('keeps time, halting', async () => {
    const { output } = await boot(image, [...machine, '-append', 'epoch=1700000000000 toro=c']);
    const times = output.trim().split('\n').map(Number);
    times.slice(0, 5).forEach((ms, index) => {
      expect(ms).toBeGreaterThanOrEqual((index + 1) * 100);
      expect(ms).toBeLessThan((index + 1) * 100 + 300);
    });
    expect(times[5] - 1_700_000_000_000).toBeGreaterThanOrEqual(times[4]);
    expect(times[5] - 1_700_000_000_000).toBeLessThan(times[4] + 1000);
  });

  test('loses no output to a slow reader', async () => {
    expect(await slowOutput(image, [...machine, '-append', 'toro=b'], 3000)).toBe(megabyte);
  }, 30_000);

  test('shows where the core is when a non-maskable interrupt asks, and goes on', async () => {
    const output = await interrupted([...machine, '-append', 'toro=w3000']);
    expect(output).toMatch(/^waiting\ntoro: non-maskable interrupt at 0x[0-9a-f]{16}\n(?: {4}at [^\n]+\n)*? {4}at programMain \(test\/boot\/guest\.ts:\d+:\d+\)\n {4}at kernelMain 0x[0-9a-f]{8}\n$/);
  });

  test('gives all memory to the program', async () => {
    const { output } = await boot(image, [...machine, '-m', '128M', '-append', 'toro=m']);
    expect(Number(output)).toBeGreaterThanOrEqual(125);
  });

  test('a store to the null page is a panic with registers and stack', async () => {
    const { output, code } = await boot(image, [...machine, '-append', 'toro=n']);
    expect(output).toMatch(/^toro: panic: page fault \(vector 14\), error code 0x0002, address 0x0{14}10, at 0x[0-9a-f]{16}\n {2}rax/);
    expect(output).toMatch(/\n {4}at programMain \(test\/boot\/guest\.ts:\d+:\d+\)\n {4}at kernelMain 0x[0-9a-f]{8}\n$/);
    expect(code).toBe(134);
  });
});

test('the clock runs right where the counter counts instructions', async () => {
  const { output } = await boot(image, ['-M', 'microvm', '-icount', 'shift=0', '-append', 'toro=c']);
  output.trim().split('\n').slice(0, 5).forEach((ms, index) => expect(Number(ms) - (index + 1) * 100).toBeLessThan(50));
});

test('memory above 4 GB is used', async () => {
  const { output } = await boot(image, ['-M', 'q35,max-ram-below-4g=64M', '-m', '160M', '-append', 'toro=m']);
  expect(Number(output)).toBeGreaterThanOrEqual(157);
});

test('between deadlines no instruction is executed', async () => {
  // Time is what the processor executed, so that the clock takes equally many readings both times; QEMU skips the halts.
  const machine = ['-M', 'microvm', '-icount', 'shift=0,sleep=off'];
  const [short, long] = await Promise.all(['w1000', 'w4000'].map((wait) => countInstructions(image, [...machine, '-append', `toro=${wait}`])));
  expect(long.executed).toBe(short.executed);
});

test('what the kernel costs hello', async () => {
  const { executed, translated } = await countInstructions(image, ['-M', 'pc', '-append', 'toro=']);
  expect(executed).toBeLessThan(7000);
  expect(translated).toBeLessThan(700);
});

test('a screen shows what was written, below what the firmware left, and scrolls', async () => {
  expect((await screenRows('h')).filter((row) => row !== '').at(-1)).toBe('hello, world');
  expect((await screenRows('l300')).slice(0, 24)).toEqual(Array.from({ length: 24 }, (_, row) => `line ${276 + row}`));
}, 30_000);

describe('linux', () => {
  const run = (...args: string[]) => spawnSync(executable, args, { encoding: 'utf8', timeout: 20_000 });

  test('output, arguments, exit codes', () => {
    expect(run()).toMatchObject({ stdout: 'hello, world\n', status: 0 });
    expect(run('a', 'b c', '', '€').stdout).toBe('[a]\n[b c]\n[]\n[€]\n');
    expect(run('e255').status).toBe(255);
  });

  test('keeps time', () => {
    const times = run('c').stdout.trim().split('\n').map(Number);
    expect(times[4]).toBeGreaterThanOrEqual(500);
    expect(times[4]).toBeLessThan(900);
    expect(Math.abs(times[5] - Date.now())).toBeLessThan(5000);
  });

  test('a store to the null page is a panic with registers and stack', () => {
    const { stderr, status } = run('n');
    expect(stderr).toMatch(/^toro: panic: page fault \(vector 14\), error code 0x0006, address 0x0{14}10, at 0x[0-9a-f]{16}\n {2}rax/);
    expect(stderr).toMatch(/\n {4}at programMain \(test\/boot\/guest\.ts:\d+:\d+\)\n {4}at linuxMain 0x[0-9a-f]{8}\n$/);
    expect(status).toBe(134);
  });

  test('loses no output to a slow reader, not even on a pipe that doesn\'t block', () => {
    expect(run('b').stdout).toBe(megabyte);
    const nonBlocking = `import os, subprocess, sys, time
r, w = os.pipe()
os.set_blocking(w, False)
child = subprocess.Popen([sys.argv[1], 'b'], stdout=w)
os.close(w)
time.sleep(0.5)
os.set_blocking(r, True)
sys.stdout.buffer.write(os.fdopen(r, 'rb').read())`;
    expect(execFileSync('python3', ['-c', nonBlocking, executable], { encoding: 'utf8', maxBuffer: 4 << 20 })).toBe(megabyte);
  });
});

/** All serial output of a guest that the monitor interrupts once, after it has written its first line. */
function interrupted(options: readonly string[]): Promise<string> {
  const log = path.join(directory, `nmi-${options.join('-').replaceAll(/[^a-z0-9]/g, '')}`);
  const child = spawn('qemu-system-x86_64', [
    '-accel', 'tcg', '-display', 'none', '-monitor', 'stdio', '-serial', `file:${log}`, '-no-reboot', ...options, '-kernel', image,
  ], { stdio: ['pipe', 'ignore', 'inherit'] });
  const poll = setInterval(() => {
    if (!existsSync(log) || !readFileSync(log, 'utf8').includes('\n')) return;
    clearInterval(poll);
    child.stdin.write('nmi\n');
  }, 50);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => {
      clearInterval(poll);
      resolve(readFileSync(log, 'utf8'));
    });
  });
}

/** All serial output, of which nothing is read for `sleepMs`. */
function slowOutput(kernel: string, options: readonly string[], sleepMs: number): Promise<string> {
  const child = spawn('qemu-system-x86_64', [
    '-accel', 'tcg', '-display', 'none', '-monitor', 'none', '-serial', 'stdio', ...options, '-kernel', kernel,
  ], { stdio: ['ignore', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  setTimeout(() => child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk)), sleepMs);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}

/** The rows of a plain machine's screen after the program's end, read from a screendump by the font in the machine's memory. */
async function screenRows(argument: string): Promise<string[]> {
  const dump = path.join(directory, 'screen.ppm');
  const font = path.join(directory, 'font');
  const child = spawn('qemu-system-x86_64', [
    '-accel', 'tcg', '-display', 'none', '-monitor', 'stdio', '-serial', 'null', '-no-shutdown', '-kernel', image, '-append', `toro=${argument}`,
  ], { stdio: ['pipe', 'ignore', 'inherit'] });
  await new Promise((resolve) => setTimeout(resolve, 3000));
  child.stdin.end(`screendump ${dump}\npmemsave 0xc0000 0x10000 "${font}"\nquit\n`);
  await new Promise((resolve) => child.on('close', resolve));
  return readText(readFileSync(dump), readFileSync(font));
}

/** Reads 80 x 25 characters of 9 x 16 pixels; the VGA BIOS holds the font, 16 bytes a glyph. */
function readText(ppm: Buffer, bios: Buffer): string[] {
  // The glyph of 'A' in the 8 x 16 font finds the font in the BIOS.
  const letterA = Buffer.from([0, 0, 0x10, 0x38, 0x6c, 0xc6, 0xc6, 0xfe, 0xc6, 0xc6, 0xc6, 0xc6, 0, 0, 0, 0]);
  const font = bios.indexOf(letterA) - 0x41 * 16;
  const glyphs = new Map<string, string>();
  for (let code = 0x7e; code >= 0x20; code--) glyphs.set(bios.toString('hex', font + code * 16, font + code * 16 + 16), String.fromCharCode(code));
  const header = /^P6\n(\d+) (\d+)\n255\n/.exec(ppm.toString('latin1', 0, 32))!;
  const width = Number(header[1]);
  const lit = (x: number, y: number): boolean => ppm[header[0].length + (y * width + x) * 3] > 0x40;
  return Array.from({ length: 25 }, (_, row) =>
    Array.from({ length: 80 }, (_, column) => {
      const glyph = Buffer.alloc(16);
      for (let y = 0; y < 16; y++) for (let x = 0; x < 8; x++) if (lit(column * 9 + x, row * 16 + y)) glyph[y] |= 0x80 >> x;
      return glyphs.get(glyph.toString('hex')) ?? ' ';
    }).join('').trimEnd());
}
