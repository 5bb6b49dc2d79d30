// refused: TORO1002
const key = 'computed';
const x = 1;
const o = { x, 'quoted key': 2, [key]: 3, [`${key}${x}`]: 4, 5: 'five', method() { return this.x; }, get double() { return this.x * 2; }, nested: { deep: [1, { z: null }] } };
console.log(o.x, o['quoted key'], o.computed, o.computed1, o[5], o.method(), o.double, o.nested.deep[1]);
console.log(Object.keys(o));
const copy = { ...o, x: 10, extra: undefined };
console.log(copy.x, copy.method(), copy.double, 'extra' in copy, copy.nested === o.nested);
console.log({ ...(null as any), ...(undefined as any), ...('ab' as any), ...[7], ...(false as any) });
const change = { b: 20 } as { b?: number };
console.log({ a: 1, b: 2, a2: 3, ...change }, { ...{ b: 20 }, b: 2 });
