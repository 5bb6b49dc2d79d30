for (const c of 'a😀é') console.log(c, c.length);
for (const [k, v] of new Map<string, number>([['x', 1], ['y', 2]])) console.log(k, v);
for (const v of new Set([3, 1, 3, 2])) console.log(v);
let x = 0;
for (x of [5, 6]);
console.log(x);
const o = { field: 0 };
for (o.field of [7, 8]);
console.log(o);
for (const v of [1, 2, 3, 4]) {
  if (v === 2) continue;
  if (v === 4) break;
  console.log(v);
}
for (const k of new Map([['m', 1]]).keys()) console.log(k);
for (const v of new Map([['m', 1]]).values()) console.log(v);
for (const [i, v] of ['p', 'q'].entries()) console.log(i, v);
for (const v of [1, 'mixed', null, undefined, true]) console.log(v);
function firstOver(limit: number, values: number[]): number | undefined {
  for (const v of values) if (v > limit) return v;
  return undefined;
}
console.log(firstOver(2, [1, 2, 3]), firstOver(5, [1]));
