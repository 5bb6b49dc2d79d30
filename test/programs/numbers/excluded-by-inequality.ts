/** `!==` with the end of a range of integers: what follows divides, takes remainders and counts without it. */
function gcd(a: number, b: number): number {
  while (b !== 0) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}
console.log(gcd(48, 36), gcd(17, 5), gcd(0, 0), gcd(5, 0), gcd(-48, 36), gcd(7.5, 2.5));

function small(n: number): string {
  const k = n & 3;
  if (k !== 3 && k !== 0) return `${k} of ${6 % k}`;
  if (k !== 0) return `last ${k}`;
  return 'none';
}
for (let n = -2; n < 6; n++) console.log(n, small(n), (n & 1) !== 1 ? 'even' : 'odd');

function countdown(n: number): number {
  let steps = 0;
  for (let i = n & 7; i !== 0; i--) steps += 100 % i;
  return steps;
}
console.log(countdown(7), countdown(8), countdown(3));

const zero = 0;
console.log(zero !== 0 ? 'not reached' : 'zero', [0, -0, 1].map((x) => (x !== 0 ? 1 / x : Object.is(x, -0))));
