const values = [0, -0, 1, -1, 0.5, NaN, Infinity, -Infinity, 2 ** 53, 2 ** 53 + 2];
for (const a of values) console.log(a, values.map((b) => [a < b, a <= b, a > b, a >= b, a === b, a !== b].map(Number).join('')).join(' '));
const nan = NaN;
console.log(nan === nan, nan !== nan, !(nan < 1), !(nan >= 1), nan == nan);
if (nan < 1) console.log('less');
else console.log('not less');
if (!(nan > 1)) console.log('not greater');
while (nan > 0) console.log('never');
