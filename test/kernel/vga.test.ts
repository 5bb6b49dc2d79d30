import { describe, expect, test } from 'vitest';
import type { addr, u64 } from '../../src/machine/types.ts';
import { bootFakeMachine } from './kernel-machine.ts';

const TEXT_MEMORY = 0xb8000;
const SOURCE = 0x60_0000;

/** A text screen whose firmware left the cursor at `cursor`. */
async function screen(cursor: number, miscellaneous = 0x67) {
  const machine = await bootFakeMachine();
  const memory = machine.map(TEXT_MEMORY, 0x8000);
  const source = machine.map(SOURCE, 1 << 20);
  const registers = new Uint8Array(32);
  registers[0x0e] = cursor >> 8;
  registers[0x0f] = cursor & 0xff;
  let selected = 0;
  machine.ports = {
    read: (port) => (port === 0x3cc ? miscellaneous : registers[selected]),
    write: (port, _width, x) => {
      if (port === 0x3d4) selected = x;
      else registers[selected] = x;
    },
  };
  const word = (register: number): number => (registers[register] << 8) | registers[register + 1];
  const { vgaWrite } = await import('../../src/kernel/vga.ts');
  return {
    write(text: string): void {
      const { written } = new TextEncoder().encodeInto(text, source.bytes);
      vgaWrite(BigInt(SOURCE) as addr, BigInt(written) as u64);
    },
    /** The rows that the screen shows, without blanks at their ends. */
    rows(): string[] {
      return Array.from({ length: 25 }, (_, row) =>
        Array.from({ length: 80 }, (_, column) =>
          String.fromCharCode(memory.bytes[(word(0x0c) + row * 80 + column) * 2] || 0x20)).join('').trimEnd());
    },
    cursor: () => word(0x0e) - word(0x0c),
    memory: memory.bytes,
  };
}

describe('the screen', () => {
  test('goes on in the row below the firmware\'s last', async () => {
    const vga = await screen(3 * 80 + 5);
    vga.write('hello\n');
    expect(vga.rows()[4]).toBe('hello');
    expect(vga.cursor()).toBe(5 * 80);
    expect(vga.memory[(4 * 80) * 2 + 1]).toBe(7);
  });

  test('breaks long rows, moves to tab stops, and shows what isn\'t ASCII as one question mark', async () => {
    const vga = await screen(0);
    vga.write(`${'x'.repeat(81)}\n\ta\tb\rc\nä€😀!`);
    expect(vga.rows().slice(0, 4)).toEqual(['x'.repeat(80), 'x', 'c       a       b', '???!']);
  });

  test.each([1, 24, 25, 26, 204, 205, 230, 1000])('after %i lines shows the last ones', async (count) => {
    const vga = await screen(0);
    for (let line = 0; line < count; line++) vga.write(`line ${line}\n`);
    const shown = Math.min(count, 24);
    const expected = Array.from({ length: 25 }, (_, row) => (row < shown ? `line ${count - shown + row}` : ''));
    expect(vga.rows()).toEqual(expected);
  });

  test('the same in one piece', async () => {
    const vga = await screen(0);
    vga.write(Array.from({ length: 1000 }, (_, line) => `line ${line}\n`).join(''));
    expect(vga.rows()[23]).toBe('line 999');
    expect(vga.cursor()).toBe(24 * 80);
  });

  test.each([0x00, 0xff])('is left alone where its mode reads %i', async (miscellaneous) => {
    const vga = await screen(0, miscellaneous);
    vga.write('hello\n');
    expect(vga.memory.every((byte) => byte === 0)).toBe(true);
  });
});
