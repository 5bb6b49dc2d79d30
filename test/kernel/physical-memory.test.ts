import { describe, expect, test } from 'vitest';
import type { addr, u64 } from '../../src/machine/types.ts';
import { blockEntry, bootFakeMachine } from './kernel-machine.ts';

const MB = 0x10_0000n;
const GB = 0x4000_0000n;
const bytes = (x: bigint): u64 => x as u64;

/** As SeaBIOS on q35 with 4 GB reports it, but unsorted, with odd ends and a piece below 1 MB. */
const memory = [
  [4n * GB, 2n * GB, 1],
  [0n, 0x9fc00n, 1],
  [0xf0000n, 0x10000n, 2],
  [MB, 127n * MB + 0x123n, 1],
  [0xb000_0000n, 0x1000_0000n, 2],
  [200n * MB, 0x800n, 1],
] as const;

async function start() {
  const machine = await bootFakeMachine({ memory });
  const { takeMemory, releaseMemory } = await import('../../src/kernel/physical-memory.ts');
  return { machine, take: (length: bigint) => takeMemory(bytes(length)), release: (base: bigint, length: bigint) => releaseMemory(base as addr, bytes(length)) };
}

describe('physical memory', () => {
  test('begins above the stack, within the block that holds the image', async () => {
    const { take } = await start();
    expect(take(0x1000n)).toBe(0x1f_e000n);
    expect(take(1n)).toBe(0x1f_f000n);
    expect(take(1n)).toBe(2n * MB);
  });

  test('a piece may begin in the image\'s block and end behind it', async () => {
    const { take } = await start();
    expect(take(126n * MB + 0x2000n)).toBe(0x1f_e000n);
    expect(take(0x1000n)).toBe(4n * GB);
  });

  test('is only RAM, also above 4 GB, and ends', async () => {
    const { take } = await start();
    expect(take(GB)).toBe(4n * GB);
    expect(take(GB)).toBe(5n * GB);
    expect(take(GB)).toBe(0n);
    expect(take(126n * MB)).toBe(0x1f_e000n);
    expect(take(0x2000n)).toBe(128n * MB - 0x2000n);
    expect(take(1n)).toBe(0n);
  });

  test('a length that overflows is refused', async () => {
    const { take } = await start();
    expect(take(0xffff_ffff_ffff_e000n)).toBe(0n);
  });

  test('is mapped writable and not executable, only where it was taken', async () => {
    const { machine, take } = await start();
    take(3n * MB);
    expect(blockEntry(machine, 2n * MB)).toBe((2n * MB) | 0x8000_0000_0000_0083n);
    expect(blockEntry(machine, 4n * MB)).toBe((4n * MB) | 0x8000_0000_0000_0083n);
    expect(blockEntry(machine, 6n * MB)).toBe(0n);
    expect(blockEntry(machine, 0n)).toBe(0x10_3003n);
    take(GB);
    expect(blockEntry(machine, 4n * GB)).toBe((4n * GB) | 0x8000_0000_0000_0083n);
    expect(blockEntry(machine, 5n * GB)).toBe(0n);
  });

  test('what is released is taken again, joined on both sides', async () => {
    const { take, release } = await start();
    const pieces = Array.from({ length: 8 }, () => take(4n * MB));
    for (const index of [3, 5, 4]) release(pieces[index], 4n * MB);
    expect(take(12n * MB)).toBe(pieces[3]);
    for (const index of [0, 7, 2, 1, 6]) release(pieces[index], 4n * MB);
    release(pieces[3], 12n * MB);
    expect(take(126n * MB)).toBe(pieces[0]);
  });

  test('random takes and releases never overlap, and all comes back', async () => {
    const { take, release } = await start();
    let seed = 1;
    const random = (n: number): number => (seed = (seed * 48271) % 0x7fff_ffff) % n;
    const held: [bigint, bigint][] = [];
    for (let round = 0; round < 2000; round++) {
      if (random(2) === 0 && held.length > 0) {
        const [[base, length]] = held.splice(random(held.length), 1);
        release(base, length);
      } else if (held.length < 100) {
        const length = BigInt(1 + random(40)) * 0x1000n;
        const base = take(length);
        expect(held.some(([other, otherLength]) => base < other + otherLength && other < base + length)).toBe(false);
        held.push([base, length]);
      }
    }
    for (const [base, length] of held) release(base, length);
    expect(take(126n * MB + 0x2000n)).toBe(0x1f_e000n);
  });
});
