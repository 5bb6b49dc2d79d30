function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const b of bytes) {
    crc ^= b;
    for (let k = 0; k < 8; k++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
function fnv1a(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
function murmur(bytes: Uint8Array, seed: number): number {
  let h = seed;
  const rotl = (x: number, r: number): number => (x << r) | (x >>> (32 - r));
  const blocks = bytes.length >> 2;
  for (let i = 0; i < blocks; i++) {
    let k = bytes[4 * i] | (bytes[4 * i + 1] << 8) | (bytes[4 * i + 2] << 16) | (bytes[4 * i + 3] << 24);
    k = Math.imul(rotl(Math.imul(k, 0xcc9e2d51), 15), 0x1b873593);
    h = (Math.imul(rotl(h ^ k, 13), 5) + 0xe6546b64) | 0;
  }
  let k = 0;
  for (let i = bytes.length - 1; i >= blocks * 4; i--) k = (k << 8) | bytes[i];
  h ^= Math.imul(rotl(Math.imul(k, 0xcc9e2d51), 15), 0x1b873593) ^ bytes.length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
const bytesOf = (s: string): Uint8Array => Uint8Array.from([...s], (c) => c.charCodeAt(0));
for (const s of ['', 'a', 'abc', 'The quick brown fox jumps over the lazy dog', 'x'.repeat(1000)]) console.log(crc32(bytesOf(s)).toString(16), fnv1a(s).toString(16), murmur(bytesOf(s), 42).toString(16));
const table = new Map<number, string[]>();
for (let i = 0; i < 2000; i++) {
  const key = fnv1a('key' + i) % 64;
  const list = table.get(key);
  if (list) list.push('key' + i);
  else table.set(key, ['key' + i]);
}
console.log(table.size, Math.min(...[...table.values()].map((l) => l.length)), Math.max(...[...table.values()].map((l) => l.length)), table.get(7)?.slice(0, 3));
