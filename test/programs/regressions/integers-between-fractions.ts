// Integers that were compared with fractions are bounded by integers.
function between(x: number, y: number): string {
  const n = x | 0;
  if (n === 7.5) return 'never';
  if (n === -0) return String(Object.is(n, -0)) + 1 / n;
  if (n > 6.5 && n < 7.5) return 'seven ' + n * y;
  if (n >= -3.25 && n <= -2.75) return 'minus three ' + n * y;
  if (n < 0.5 && n > -0.5) return 'nothing';
  return 'other ' + n;
}

console.log(between(7, 2), between(-3, 3), between(0, 1), between(12, 1));
