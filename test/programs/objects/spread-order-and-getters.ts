const log: string[] = [];
const source = { b: 1, get a() { log.push('a read'); return 2; }, c: undefined as number | undefined };
const start: { a?: number } = { a: 0 };
const copy = { ...start, ...source, d: 4 };
console.log(copy, Object.keys(copy), log);
const merged = { ...{ x: 1, y: 1 }, ...{ y: 2, z: 2 }, x: 3 };
console.log(merged, Object.keys(merged));
const arr = [...'ab', ...[1, 2], ...new Set([3]), ...new Map([[4, 5]])];
console.log(arr, { ...arr }, { ...'hi' as any });
class P { own = 1; get derived(): number { return 2; } method(): void {} }
console.log({ ...new P() }, Object.keys({ ...new P() }), 'derived' in { ...new P() });
const { a, ...others } = source;
console.log(a, others, log.length);
