/**
 * SHA-256 of files (FIPS 180-4), printed as `sha256sum` does.
 *
 * Arguments: files. Includes: those files.
 */
import { readFileSync } from 'node:fs';

/** The first 32 bits of the fractional part of x (FIPS 180-4, 4.2.2 and 5.3.3). */
const fraction32 = (x: number): number => ((x - Math.floor(x)) * 2 ** 32) >>> 0;

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
}

/** Cube root to full double precision by Newton's method, since `Math.cbrt` may differ in the last bit between engines. */
function cubeRoot(n: number): number {
  let x = n;
  for (let i = 0; i < 60; i++) x = x - (x * x * x - n) / (3 * x * x);
  return x;
}

const roundConstants = Int32Array.from(primes(64), (p) => fraction32(cubeRoot(p)));
const initialState = primes(8).map((p) => fraction32(Math.sqrt(p)));

const rotate = (x: number, bits: number): number => (x >>> bits) | (x << (32 - bits));

class Sha256 {
  private readonly state = Int32Array.from(initialState);
  private readonly schedule = new Int32Array(64);

  digest(data: Uint8Array): string {
    const padded = new Uint8Array(((data.length + 8) >> 6) * 64 + 64);
    padded.set(data);
    padded[data.length] = 0x80;
    for (let i = 0, bits = data.length * 8; i < 8; i++, bits = Math.floor(bits / 256)) padded[padded.length - 1 - i] = bits % 256;
    for (let block = 0; block < padded.length; block += 64) this.block(padded, block);
    let text = '';
    for (const word of this.state) text += (word >>> 0).toString(16).padStart(8, '0');
    return text;
  }

  private block(data: Uint8Array, start: number): void {
    const w = this.schedule;
    for (let i = 0; i < 16; i++) {
      const at = start + 4 * i;
      w[i] = (data[at] << 24) | (data[at + 1] << 16) | (data[at + 2] << 8) | data[at + 3];
    }
    for (let i = 16; i < 64; i++) {
      const s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      const s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = this.state;
    for (let i = 0; i < 64; i++) {
      const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const choice = (e & f) ^ (~e & g);
      const t1 = (h + s1 + choice + roundConstants[i] + w[i]) | 0;
      const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const t2 = (s0 + majority) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => (this.state[i] += value));
  }
}

for (const file of process.argv.slice(2)) console.log(`${new Sha256().digest(readFileSync(file))}  ${file}`);
