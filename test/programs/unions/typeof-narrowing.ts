function describe(x: unknown): string {
  if (typeof x === 'string') return `string of ${x.length}`;
  if (typeof x === 'number') return `number ${x + 1}`;
  if (typeof x === 'boolean') return x ? 'yes' : 'no';
  if (typeof x === 'function') return `function ${x.name}`;
  if (typeof x === 'undefined') return 'undefined';
  if (x === null) return 'null';
  if (Array.isArray(x)) return `array of ${x.length}`;
  return `object ${Object.keys(x as object).join(',')}`;
}
for (const x of ['abc', 41, true, false, describe, undefined, null, [1, 2], { a: 1, b: 2 }, -0, NaN, '']) console.log(describe(x), typeof x);
