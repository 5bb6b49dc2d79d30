// Doubles of random mantissas and exponents: text, and back.
let seed = 42;
const random32 = (): number => {
  seed ^= seed << 13;
  seed ^= seed >>> 17;
  seed ^= seed << 5;
  return seed >>> 0;
};
let wrong = 0;
for (let i = 0; i < 300; i++) {
  const x = (random32() * 2 ** 21 + (random32() >>> 11)) * 2 ** ((random32() % 2000) - 1040);
  const text = String(x);
  if (Number(text) !== x && x === x) wrong++;
  if (i % 6 === 0) console.log(text);
}
console.log(wrong);
for (let i = 0; i < 40; i++) console.log((random32() % 100000) / 10 ** (i % 12));
