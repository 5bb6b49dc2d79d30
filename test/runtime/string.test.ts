import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asRef, addr, i32, type ref, u32 } from 'toro:machine';
import { KIND_ROPE } from '../../src/layout/cell.ts';
import { stringHash as hashOf } from '../../src/layout/string-hash.ts';
import { stringConcat } from '../../src/runtime/string-concat.ts';
import { codeUnitAt, stringFromCharCode, stringLength } from '../../src/runtime/string-cell.ts';
import { stringCompare, stringEquals } from '../../src/runtime/string-compare.ts';
import { hashOfString } from '../../src/runtime/string-hash.ts';
import { flatten } from '../../src/runtime/string-rope.ts';
import { stringIndexOf, stringLastIndexOf } from '../../src/runtime/string-search.ts';
import { stringSlice } from '../../src/runtime/string-slice.ts';
import { decodeFromBytes, encodeToBytes, writeString } from '../../src/runtime/string-utf8.ts';
import { copyBytes, moveBytesWithin } from '../../src/runtime/copy.ts';
import { mutatorImage, random } from './mutator.ts';

const image = mutatorImage();
const next = random(7);
const ALPHABETS = ['ab', 'abcdefghij', 'aé\u00ff', 'a\u0100\u4e00', 'x\ud83d\ude00y\udc00'];

function randomText(maximum: number): string {
  const alphabet = ALPHABETS[next() % ALPHABETS.length]!;
  let text = '';
  for (let n = next() % (maximum + 1); n > 0; n--) text += alphabet[next() % alphabet.length];
  return text;
}

/** The text as a cell: fresh, two-byte without need, or a rope of some form. */
function cellOf(text: string): ref {
  const form = next() % 4;
  if (form < 2 || text.length < 2) return image.freshString(text, form === 1, false) as ref;
  const cut = 1 + (next() % (text.length - 1));
  return stringConcat(cellOf(text.slice(0, cut)), cellOf(text.slice(cut)));
}

test('concatenation, slices, search, order, equality and hash agree with node', () => {
  for (let i = 0; i < 20_000; i++) {
    const a = randomText(60);
    const b = next() % 4 === 0 ? a : randomText(6);
    const ca = cellOf(a);
    const cb = cellOf(b);
    expect(stringEquals(ca, cb)).toBe(a === b);
    expect(stringCompare(ca, cb)).toBe(a < b ? -1 : a > b ? 1 : 0);
    expect(hashOfString(ca)).toBe(hashOf(a));
    const start = next() % (a.length + 1);
    const end = start + (next() % (a.length - start + 1));
    expect(image.read(stringSlice(cellOf(a), i32(start), i32(end)))).toBe(a.slice(start, end));
    expect(stringIndexOf(ca, cb, i32(start))).toBe(a.indexOf(b, start));
    expect(stringLastIndexOf(ca, cb, i32(start))).toBe(a.lastIndexOf(b, start));
    expect(image.read(stringConcat(ca, cb))).toBe(a + b);
    if (a.length > 0) expect(codeUnitAt(cellOf(a), u32(start % a.length))).toBe(a.charCodeAt(start % a.length));
  }
});

test('long ropes of either lean flatten without recursion, once', () => {
  let left = image.string('abcdefghijklmnopqrstuvwxyz') as ref;
  let right = left;
  let text = 'abcdefghijklmnopqrstuvwxyz';
  for (let i = 0; i < 5000; i++) {
    left = stringConcat(left, stringFromCharCode(i32(i & 0xff)));
    right = stringConcat(stringFromCharCode(i32(i & 0xff)), right);
  }
  for (let i = 0; i < 5000; i++) text += String.fromCharCode(i & 0xff);
  expect(image.kind(left)).toBe(KIND_ROPE);
  expect(image.read(flatten(left))).toBe(text);
  expect(flatten(left)).toBe(flatten(left));
  expect(image.read(flatten(right))).toBe([...text.slice(26)].reverse().join('') + text.slice(0, 26));
  expect(stringLength(right)).toBe(5026);
});

test('strings end where V8 ends them', () => {
  let s = image.string('x'.repeat(64)) as ref;
  expect(() => {
    for (let i = 0; i < 30; i++) s = stringConcat(s, s);
  }).toThrow(new RangeError('Invalid string length'));
  expect(stringLength(s)).toBe(2 ** 28);
});

test('UTF-8 out and in agree with node', () => {
  for (let i = 0; i < 4000; i++) {
    const text = randomText(i % 50 === 0 ? 3000 : 40);
    const bytes = Buffer.from(text, 'utf8');
    const cell = encodeToBytes(cellOf(text));
    expect(image.machine.regionOf(Number(cell), 16).bytes.slice(offset(cell) + 16, offset(cell) + 16 + bytes.length)).toEqual(new Uint8Array(bytes));
    image.written.length = 0;
    writeString(i32(1), cellOf(text));
    expect(image.written.map(({ text: part }) => part).join('')).toBe(bytes.toString('utf8'));
  }
});

test('invalid UTF-8 decodes as the WHATWG decoder does', () => {
  const lead = [0x41, 0x80, 0xbf, 0xc0, 0xc2, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0x9f, 0xa0, 0x90, 0x8f, 0xff];
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const cell = encodeToBytes(image.string('x'.repeat(32)) as ref);
  const region = image.machine.regionOf(Number(cell), 64);
  for (let i = 0; i < 20_000; i++) {
    const bytes = Uint8Array.from({ length: next() % 12 }, () => lead[next() % (i % 2 ? lead.length : 8)]!);
    region.bytes.set(bytes, offset(cell) + 16);
    expect(image.read(decodeFromBytes(cell, u32(0), u32(bytes.length)))).toBe(decoder.decode(bytes));
  }
});

test('copies of every length and overlap', () => {
  const base = 0x3000_0000;
  const { bytes } = image.machine.map(base, 128);
  for (let count = 0; count <= 40; count++) {
    for (const [from, to] of [[0, 64], [8, 16], [16, 8], [3, 20], [20, 3], [5, 5]] as const) {
      bytes.set(Array.from({ length: 128 }, (_, i) => i));
      const expected = bytes.slice();
      expected.copyWithin(to, from, from + count);
      if (to === 64) copyBytes(addr(base + to), addr(base + from), BigInt(count) as never);
      else moveBytesWithin(addr(base + to), addr(base + from), BigInt(count) as never);
      expect(bytes).toEqual(expected);
    }
  }
  expect(asRef(addr(1))).toBe(1n);
});

test('the assembled cells of single characters carry their hashes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'toroc-'));
  const object = join(folder, 'single.bin');
  const source = readFileSync('src/runtime-asm/single-characters.asm', 'utf8').replace(/^(extern|global|section).*$/gm, '').replaceAll('shape_string8', '8');
  writeFileSync(join(folder, 'single.asm'), source);
  execFileSync('nasm', ['-f', 'bin', '-o', object, join(folder, 'single.asm')]);
  const cells = readFileSync(object);
  expect(cells.length).toBe(256 * 24);
  for (let unit = 0; unit < 256; unit++) {
    expect(cells.readUInt32LE(unit * 24 + 12)).toBe(hashOf(String.fromCharCode(unit)));
    expect(cells.readBigUInt64LE(unit * 24 + 16)).toBe(BigInt(unit));
  }
});

function offset(cell: bigint): number {
  return Number(cell) - image.machine.regionOf(Number(cell), 16).base;
}
