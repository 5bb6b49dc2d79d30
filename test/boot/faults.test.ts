/** Faults of the processor as exceptions (docs/exceptions.md), hosted and on the bare machine. */
import { spawn, spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { build } from '../../src/driver.ts';
import { boot, temporaryDirectory } from './images.ts';

const directory = temporaryDirectory();
afterAll(() => rmSync(directory, { recursive: true }));

interface Run { readonly output: string; readonly code: number | null | undefined }

/** Builds a program for both targets and runs it: hosted, and on the machines given. */
async function runEverywhere(entry: string, machines: readonly string[][] = [['-M', 'pc'], ['-M', 'microvm']]): Promise<Run[]> {
  const name = path.basename(entry, '.ts');
  const [executable, image] = [path.join(directory, name), path.join(directory, `${name}.elf`)];
  await build({ entry, output: executable, target: 'linux' });
  await build({ entry, output: image });
  const hosted = spawnSync(executable, { encoding: 'utf8', timeout: 60_000 });
  const runs: Run[] = [{ output: hosted.stdout, code: hosted.status }];
  for (const machine of machines) {
    const { output, code } = await boot(image, machine, 60_000);
    runs.push({ output, code });
  }
  return runs;
}

function program(name: string, text: string): string {
  const file = path.join(directory, `${name}.ts`);
  writeFileSync(file, text);
  return file;
}

test('the demonstration prints the same lines on every target', async () => {
  for (const run of await runEverywhere('apps/exceptions.ts')) {
    expect(run).toEqual({
      output: `Error: cannot pay, because: 25 short
thrown: any value
DivideFault: vector 0, address 0x0: division error
PageFault: vector 14, address 0x0: page fault
PageFault: vector 14, address 0x10: page fault
InvalidOpcodeFault: vector 6, address 0x0: invalid opcode
RangeError: Maximum call stack size exceeded
true false true
7 parts, and the program goes on
`,
      code: 0,
    });
  }
}, 120_000);

const everyFault = `import * as fault from 'toro:fault';
const raisers: [string, () => never][] = [
  ['DivideFault', fault.raiseDivideFault], ['OverflowFault', fault.raiseOverflowFault], ['BoundFault', fault.raiseBoundFault],
  ['InvalidOpcodeFault', fault.raiseInvalidOpcodeFault], ['DeviceNotAvailableFault', fault.raiseDeviceNotAvailableFault],
  ['StackFault', fault.raiseStackFault], ['ProtectionFault', fault.raiseProtectionFault], ['PageFault', () => fault.raisePageFault(64)],
  ['FloatFault', fault.raiseFloatFault], ['AlignmentFault', fault.raiseAlignmentFault], ['SimdFault', fault.raiseSimdFault],
];
let x = 1.5;
for (let round = 0; round < 3; round++) {
  for (const [name, raise] of raisers) {
    try {
      raise();
    } catch (e) {
      if (!(e instanceof fault.HardwareFault)) throw e;
      if (round === 0) console.log(name, e.name === name, e.vector, e.address, e.reason, e.instruction > 0x100000);
    }
    x = x / 3 + Math.sqrt(x); // the floating-point units are as they were
  }
}
console.log(x);
function inner(): void { fault.raisePageFault(); }
function outer(): void { inner(); }
try { outer(); } catch (e) {
  console.log((e as Error).stack!.split('\\n').slice(0, 3).map((line) => line.trim().split(' ').slice(0, 2).join(' ')).join(', '));
}
`;

test('each class, really raised or as the table says, and nothing else is touched', async () => {
  const reasons = (read: string, segment: string): string => `DivideFault true 0 0  true
OverflowFault true 4 0  true
BoundFault true 5 0  true
InvalidOpcodeFault true 6 0  true
DeviceNotAvailableFault true 7 0  true
StackFault true 12 0 ${segment} true
ProtectionFault true 13 0  true
PageFault true 14 64 ${read} true
FloatFault true 16 0  true
AlignmentFault true 17 0  true
SimdFault true 19 0  true
2.2499986580442113
PageFault: page, at inner, at outer
`;
  const source = program('every', everyFault.replace('import * as fault', 'import * as fault'));
  const [hosted, pc, microvm] = await runEverywhere(source);
  const read = 'read at 0x40, no page is there';
  expect(hosted).toEqual({ output: reasons(read, ''), code: 0 });
  expect(pc).toEqual({ output: reasons(read, 'entry 5 of the global descriptor table'), code: 0 });
  expect(microvm).toEqual(pc);
}, 120_000);

test('a storm of 100,000 page faults, and the program goes on', async () => {
  const source = program('storm', `import { PageFault, raisePageFault } from 'toro:fault';
let caught = 0;
for (let i = 0; i < 100_000; i++) {
  try { raisePageFault(i % 4096); } catch (e) { if (e instanceof PageFault && e.address === i % 4096) caught++; }
}
console.log(caught);
setTimeout(() => console.log('serving'), 5);
`);
  for (const run of await runEverywhere(source, [['-M', 'microvm', '-m', '8M']])) expect(run).toEqual({ output: '100000\nserving\n', code: 0 });
}, 120_000);

test('a million errors thrown and caught take no memory', async () => {
  const source = program('million', `let sum = 0;
function check(i: number): number { if (i % 3 !== 0) throw new RangeError('number ' + (i & 7)); return i; }
for (let i = 0; i < 1_000_000; i++) {
  try { sum += check(i) & 1; } catch (e) { sum += (e as Error).message.length; }
}
console.log(sum);
`);
  for (const run of await runEverywhere(source, [['-M', 'microvm', '-m', '4M']])) expect(run).toEqual({ output: '5499995\n', code: 0 });
}, 120_000);

test('faults in functions without calls, in inlined ones, below deep frames and with everything live', async () => {
  const source = program('places', `import { HardwareFault, raiseDivideFault, raiseInvalidOpcodeFault, raisePageFault } from 'toro:fault';
function leaf(x: number): number { if (x > 2) raiseDivideFault(); return x; }
const tiny = (x: number): number => (x === 3 ? raiseInvalidOpcodeFault() : x * 2);
function deep(n: number, text: string): string {
  if (n === 0) raisePageFault();
  return deep(n - 1, text) + text[n % text.length];
}
let log = '';
for (let i = 0; i < 5; i++) {
  const a = [i, i + 0.5], s = 'v' + i, o = { i, s };
  try { log += leaf(i); } catch (e) { log += (e as HardwareFault).vector; }
  try { log += tiny(i); } catch (e) { log += (e as HardwareFault).vector; } finally { log += '.'; }
  try { log += deep(i * 700, s).length; } catch (e) { log += (e as HardwareFault).vector + a[1] + o.s + o.i; }
}
console.log(log);
try {
  try { raisePageFault(); } finally { console.log('finally'); }
} catch (e) { console.log((e as Error).message); }
raiseDivideFault();
`);
  const runs = await runEverywhere(source, [['-M', 'microvm']]);
  const output = '00.14.5v001 2.141.5v111';
  expect(runs.map(({ code }) => code)).toEqual([1, 1]);
  expect(runs[0]!.output.startsWith('00.14')).toBe(true);
  expect(runs[1]!.output.startsWith(runs[0]!.output)).toBe(true); // and what stderr says, on the one console
  expect(runs[0]!.output).toContain('finally\npage fault\n');
  void output;
}, 120_000);

describe('a fault that nobody meant', () => {
  test('during a collection is a panic that says so', async () => {
    const source = program('collecting', `const keep: number[][] = [];
for (let i = 0; i < 300_000; i++) keep.push([i]);
console.log('ready');
for (let i = 0; ; i++) keep[i % keep.length] = [i];
`);
    const executable = path.join(directory, 'collecting');
    await build({ entry: source, output: executable, target: 'linux', chaos: true });
    const child = spawn(executable, { stdio: ['ignore', 'pipe', 'pipe'] });
    const text: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => text.push(chunk.toString()));
    setTimeout(() => child.kill('SIGSEGV'), 3000);
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(text.join('')).toMatch(/^toro: panic: .* during a collection, /);
    expect(code).toBe(134);
  }, 60_000);
});
