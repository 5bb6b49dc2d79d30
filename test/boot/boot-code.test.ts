/** The boot code alone, under a hand-written kernelMain: both protocols, every machine, firmware, memory size and processor. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boot, linkWithKernel, temporaryDirectory, withoutMultibootHeader } from './images.ts';

const directory = temporaryDirectory();
let multiboot = '';
let pvh = '';

beforeAll(() => {
  multiboot = linkWithKernel(directory, 'minimal-kernel.asm');
  pvh = withoutMultibootHeader(multiboot);
});
afterAll(() => rmSync(directory, { recursive: true }));

interface MemoryEntry { base: number; end: number; type: number }

function memoryMap(output: string): MemoryEntry[] {
  return [...output.matchAll(/^([0-9a-f]{16}) ([0-9a-f]{16}) ([0-9a-f]{16}) $/gm)].map(([, base, length, type]) =>
    ({ base: parseInt(base, 16), end: parseInt(base, 16) + parseInt(length, 16), type: parseInt(type, 16) }));
}

const machines: [string, string[]][] = [
  ['pc', ['-M', 'pc']],
  ['pc with qboot', ['-M', 'pc', '-bios', 'qboot.rom']],
  ['q35', ['-M', 'q35']],
  ['q35 with qboot', ['-M', 'q35', '-bios', 'qboot.rom']],
  ['microvm', ['-M', 'microvm']],
  ['microvm with SeaBIOS', ['-M', 'microvm', '-bios', 'bios-microvm.bin']],
  ['microvm without legacy devices', ['-M', 'microvm,pic=off,pit=off,rtc=off']],
];
const variants: [string, string[]][] = [
  ['4 MB', ['-m', '4M']],
  ['4 GB', ['-m', '4G']],
  ['8 cores, every feature', ['-smp', '8', '-cpu', 'max']],
];

describe.each(machines)('%s', (_name, options) => {
  test.each(variants)('multiboot, %s', async (_variant, more) => {
    const { output, code } = await boot(multiboot, [...options, ...more, '-append', 'a "b c" 0']);
    expect(output).toContain('hello from long mode\n');
    expect(output).toContain(`${multiboot} a "b c" 0\n`);
    expect(memoryMap(output).find(({ base, type }) => base === 0x100000 && type === 1)?.end).toBeGreaterThan(0x3c0000);
    expect(code).toBe(0);
  });
  test('PVH', async () => {
    const { output, code } = await boot(pvh, [...options, '-append', 'a "b c" 0']);
    expect(output).toContain('hello from long mode\na "b c" 0\n');
    expect(memoryMap(output).find(({ base, type }) => base === 0x100000 && type === 1)?.end).toBeGreaterThan(100 << 20);
    expect(code).toBe(0);
  });
});

test('memory above 4 GB is in the map', async () => {
  const { output } = await boot(multiboot, ['-M', 'q35', '-m', '4G']);
  expect(memoryMap(output)).toContainEqual({ base: 2 ** 32, end: 6 * 2 ** 30, type: 1 });
});

describe('protection', () => {
  test.each([
    ['a store to code is a page fault', 'w', 14],
    ['executing data is a page fault', 'x', 14],
    ['a load from the null page is a page fault', 'n', 14],
    ['a stack overflow is a double fault on its own stack', 's', 8],
  ])('%s', async (_name, letter, vector) => {
    expect((await boot(multiboot, ['-M', 'microvm', '-append', letter])).code).toBe(vector);
  });
});

describe.each([160, 1000, 3000])('an image with %i KB of constants', (kilobytes) => {
  test.each([['0', 0], ['w', 14], ['s', 8]])('boots and is protected: %s', async (letter, code) => {
    const image = linkWithKernel(directory, 'minimal-kernel.asm', kilobytes << 10);
    expect((await boot(image, ['-M', 'microvm', '-append', letter])).code).toBe(code);
  });
});

describe('interrupts', () => {
  test.each([
    ['the handler runs on its own stack, and all registers come back', 't', 0],
    ['one that nobody handles is a fault', 'u', 40],
    ['one without a descriptor is a general protection fault', 'v', 13],
  ])('%s', async (_name, letter, code) => {
    expect((await boot(multiboot, ['-M', 'pc', '-append', letter])).code).toBe(code);
    expect((await boot(multiboot, ['-M', 'microvm', '-append', letter])).code).toBe(code);
  });
});

test('a command line that is too long is cut, and marked by its end address', async () => {
  const { output } = await boot(multiboot, ['-M', 'microvm', '-append', 'y'.repeat(100_000)]);
  expect(output).toContain('hello');
});

test('a processor without long mode gets a sentence on the serial line', async () => {
  const { output } = await boot(multiboot, ['-cpu', 'qemu32'], 3000);
  expect(output).toContain('no 64-bit mode');
});

test('file offset and address differ by one constant in every loaded section', () => {
  const sections = execFileSync('readelf', ['-SW', multiboot], { encoding: 'utf8' });
  const loaded = [...sections.matchAll(/ (?:PROGBITS|NOTE) +([0-9a-f]{16}) ([0-9a-f]{6}) .* W?AX? /g)]
    .filter(([, address]) => parseInt(address, 16) !== 0)
  expect(loaded.length).toBeGreaterThan(3);
  for (const [, address, offset] of loaded) expect(parseInt(address, 16) - parseInt(offset, 16)).toBe(0x100000);
});
