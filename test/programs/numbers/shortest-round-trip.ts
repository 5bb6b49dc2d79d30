// Doubles from a generator of bit patterns: text, and back.
const words = new Uint32Array(2);
const double = new Float64Array(words.buffer);
let seed = 42;
const random32 = (): number => {
  seed ^= seed << 13;
  seed ^= seed >>> 17;
  seed ^= seed << 5;
  return seed >>> 0;
};
let wrong = 0;
for (let i = 0; i < 300; i++) {
  words[0] = random32();
  words[1] = random32();
  const x = double[0];
  const text = String(x);
  if (Number(text) !== x && x === x) wrong++;
  if (i % 6 === 0) console.log(text);
}
console.log(wrong);
for (let i = 0; i < 40; i++) console.log((random32() % 100000) / 10 ** (i % 12));
