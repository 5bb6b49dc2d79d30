// Digits of pi by the spigot of Rabinowitz and Wagon, and factorials in base 10^7.
function pi(digits: number): string {
  const length = Math.floor((10 * digits) / 3) + 1;
  const a = new Array<number>(length).fill(2);
  let out = '';
  let nines = 0;
  let previous = 0;
  let started = false;
  for (let d = 0; d < digits; d++) {
    let carry = 0;
    for (let i = length - 1; i > 0; i--) {
      const x = 10 * a[i] + carry * (i + 1);
      a[i] = x % (2 * i + 1);
      carry = Math.floor(x / (2 * i + 1));
    }
    const x = 10 * a[0] + carry;
    a[0] = x % 10;
    const q = Math.floor(x / 10);
    if (q === 9) nines++;
    else if (q === 10) {
      out += previous + 1 + '0'.repeat(nines);
      previous = 0;
      nines = 0;
    } else {
      if (started) out += previous;
      started = true;
      previous = q;
      out += '9'.repeat(nines);
      nines = 0;
    }
  }
  return out;
}
console.log(pi(120));
const base = 1e7;
function times(n: number[], by: number): number[] {
  const out: number[] = [];
  let carry = 0;
  for (const d of n) {
    const x = d * by + carry;
    out.push(x % base);
    carry = Math.floor(x / base);
  }
  while (carry > 0) {
    out.push(carry % base);
    carry = Math.floor(carry / base);
  }
  return out;
}
const show = (n: number[]): string => n.map((d, i) => (i === n.length - 1 ? String(d) : String(d).padStart(7, '0'))).reverse().join('');
let f = [1];
for (let i = 1; i <= 60; i++) f = times(f, i);
console.log(show(f));
