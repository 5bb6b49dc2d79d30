// Foreign NaN bit patterns must not become anything but NaN.
const doubles = new Float64Array(2);
const words = new Int32Array(doubles.buffer);
const bytes = new Uint8Array(doubles.buffer);
doubles[0] = 1;
console.log(words[0], words[1], bytes[7], bytes[6]);
const kept: unknown[] = [];
for (const high of [0x7ff40000, 0x7ff80000, -1, -0x80000, 0x7ff00001, -0x20000, 0x0002ffff, -0x10000]) {
  words[1] = high;
  words[0] = 1;
  const x = doubles[0];
  kept.push(x);
  console.log(x !== x, typeof x, x === undefined, x + 1, [x], String(x), x | 0);
}
console.log(kept);
bytes.fill(0);
bytes[7] = 0xc0;
console.log(doubles[0], bytes.byteLength, new Uint8Array(doubles.buffer, 8, 4).length);
