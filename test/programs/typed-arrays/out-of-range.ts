const a = new Float64Array(2);
let undefinedReads = 0;
for (let i = -2; i < 5; i++) {
  const v = a[i];
  if (v === undefined) undefinedReads++;
  a[i] = i;
}
console.log(undefinedReads, a, Object.keys(a));
const b = new Int32Array(2);
console.log(b[2] + 1, b[2] | 0, (b[5] as any) ?? 'none', b[1.5], 2 in b, 1 in b);
const u = new Uint8Array(0);
console.log(u, u.length, u[0], Math.max(...u));
try {
  new Uint8Array(-1);
} catch (e) {
  console.log((e as Error).name);
}
