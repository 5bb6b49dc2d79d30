/**
 * Compresses files with LZ77 (a hash chain finds the longest match in a 32 KB window; tokens in the manner of LZ4), expands them again and
 * compares.
 *
 * Arguments: files. Includes: those files.
 */
import { readFileSync } from 'node:fs';

const minimumMatch = 4;
const windowBytes = 32768;
const hashBits = 14;
const chainLimit = 16;

class ByteWriter {
  private bytes = new Uint8Array(1024);
  length = 0;

  push(byte: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = byte;
  }

  /** A length in 7-bit groups, the lowest first. */
  pushVarint(value: number): void {
    while (value >= 0x80) {
      this.push((value & 0x7f) | 0x80);
      value >>>= 7;
    }
    this.push(value);
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}

const hash4 = (data: Uint8Array, at: number): number =>
  Math.imul(data[at] | (data[at + 1] << 8) | (data[at + 2] << 16) | (data[at + 3] << 24), 0x9e3779b1) >>> (32 - hashBits);

function matchLength(data: Uint8Array, a: number, b: number): number {
  let length = 0;
  while (b + length < data.length && data[a + length] === data[b + length]) length++;
  return length;
}

function compress(data: Uint8Array): Uint8Array {
  const out = new ByteWriter();
  const heads = new Int32Array(1 << hashBits).fill(-1);
  const previous = new Int32Array(windowBytes);
  let literalStart = 0;
  let at = 0;

  const insert = (position: number): void => {
    if (position + minimumMatch > data.length) return;
    const slot = hash4(data, position);
    previous[position % windowBytes] = heads[slot];
    heads[slot] = position;
  };
  const flushLiterals = (end: number): void => {
    out.pushVarint(end - literalStart);
    for (let i = literalStart; i < end; i++) out.push(data[i]);
  };

  while (at + minimumMatch <= data.length) {
    let best = 0;
    let bestAt = -1;
    let candidate = heads[hash4(data, at)];
    for (let tries = 0; tries < chainLimit && candidate >= 0 && at - candidate < windowBytes; tries++) {
      const length = matchLength(data, candidate, at);
      if (length > best) [best, bestAt] = [length, candidate];
      candidate = previous[candidate % windowBytes];
    }
    if (best < minimumMatch) {
      insert(at++);
      continue;
    }
    flushLiterals(at);
    out.pushVarint(best - minimumMatch);
    out.pushVarint(at - bestAt);
    for (let i = 0; i < best; i++) insert(at + i);
    at += best;
    literalStart = at;
  }
  flushLiterals(data.length);
  return out.finish();
}

class CorruptData extends Error {}

function expand(packed: Uint8Array): Uint8Array {
  let at = 0;
  const readVarint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      if (at >= packed.length) throw new CorruptData('it ends within a number');
      const byte = packed[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw new CorruptData('a number is too long');
  };
  const history: number[] = [];
  while (at < packed.length) {
    for (let literals = readVarint(); literals > 0; literals--) history.push(packed[at++]);
    if (at >= packed.length) break;
    const length = readVarint() + minimumMatch;
    const distance = readVarint();
    if (distance === 0 || distance > history.length) throw new CorruptData(`distance ${distance} reaches before the start`);
    for (let i = 0; i < length; i++) history.push(history[history.length - distance]);
  }
  return Uint8Array.from(history);
}

/** Adler-32 (RFC 1950, section 8.2). */
function adler32(data: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of data) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}

for (const file of process.argv.slice(2)) {
  const data: Uint8Array = readFileSync(file);
  const packed = compress(data);
  const restored = expand(packed);
  const same = restored.length === data.length && restored.every((byte, index) => byte === data[index]);
  const ratio = ((100 * packed.length) / data.length).toFixed(1);
  console.log(`${file}: ${data.length} -> ${packed.length} bytes (${ratio} %), adler32 ${adler32(packed).toString(16).padStart(8, '0')}, ${same ? 'restored' : 'DIFFERENT'}`);
  if (!same) process.exitCode = 1;
}
try {
  expand(new Uint8Array([1, 65, 0, 9]));
} catch (error) {
  if (error instanceof CorruptData) console.log('corrupt data is refused:', error.message);
  else throw error;
}
