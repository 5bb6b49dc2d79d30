const xs = [0, 1, -1, 0.5, 2, 10, 100, -0.7, 1e-5, 0.1, 3, 1.5707963267948966, 1e6];
for (const x of xs) {
  console.log(x, Math.sin(x), Math.cos(x), Math.tan(x), Math.atan(x), Math.exp(x), Math.expm1(x));
  console.log(Math.log(x), Math.log2(x), Math.log10(x), Math.log1p(x), Math.sinh(x), Math.tanh(x), Math.asin(x), Math.acos(x));
}
for (const y of [-1, -0, 0, 1]) console.log([-1, -0, 0, 1].map((x) => Math.atan2(y, x)).join(' '));
console.log(Math.sin(NaN), Math.sin(Infinity), Math.log(-1), Math.log(0), Math.exp(-Infinity), Math.exp(710), Math.atan(Infinity));
