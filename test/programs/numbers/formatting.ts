for (const x of [0, 1.005, 1.45, -1.5, 123.456, 0.000001, 1e21, 5e-324, NaN, 999.995, 2.5, -0, 1234.5678]) {
  console.log(x.toFixed(), x.toFixed(1), x.toFixed(2), x.toFixed(10), x.toString());
}
console.log((0.5).toFixed(0), (1.5).toFixed(0), (2.5).toFixed(0), (-2.5).toFixed(0), (1e20).toFixed(2), (123.456).toFixed(20));
try {
  (1).toFixed(101);
} catch (e) {
  console.log((e as Error).name);
}
