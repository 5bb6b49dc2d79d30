let a = 48;
let b = 18;
while (b) [a, b] = [b, a % b];
console.log(a);
const queue = [{ n: 1, d: 0 }];
const order: string[] = [];
while (queue.length) {
  const { n, d } = queue.shift()!;
  order.push(`${n}@${d}`);
  if (d < 2) queue.push({ n: n * 2, d: d + 1 }, { n: n * 2 + 1, d: d + 1 });
}
console.log(order.join(' '));
let guess = 1;
let rounds = 0;
while (Math.abs(guess * guess - 2) > 1e-12) { guess = (guess + 2 / guess) / 2; rounds++; }
console.log(guess.toFixed(10), rounds);
let low = 0;
let high = 1e9;
while (low < high) { const mid = Math.floor((low + high) / 2); if (mid * mid < 123456789) low = mid + 1; else high = mid; }
console.log(low);
