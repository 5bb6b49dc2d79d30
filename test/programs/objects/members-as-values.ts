// What a computed name has found in a prototype, as a value.
function t(f: () => unknown) { try { console.log(f()); } catch (e) { console.log('E', (e as Error).message); } }
const table: Record<string, any> = { one: 1, list: [1, 2], nested: { deep: { x: 1 } } };
const names = ['one', 'list', 'nested', 'constructor', 'toString', 'valueOf', 'missing'];
const seen = new Map<any, string>();
const set = new Set<any>();
for (const n of names) { seen.set(table[n], n); set.add(table[n]); }
t(() => [seen.size, set.size, seen.get(Object), seen.get(table.toString), set.has(Object.prototype.valueOf)]);
t(() => names.map((n) => table[n]));
t(() => names.map((n) => typeof table[n]));
t(() => names.filter((n) => table[n]));
t(() => JSON.stringify(names.map((n) => table[n])));
t(() => JSON.stringify({ a: table['constr' + 'uctor'], b: 1 }));
t(() => names.map((n) => table[n] instanceof Array));
t(() => names.map((n) => table[n] instanceof Object));
t(() => names.map((n) => table[n] === undefined || table[n] === null));
t(() => names.map((n) => Array.isArray(table[n])));
t(() => names.map((n) => table[n] == null));
t(() => names.map((n) => !table[n]));
t(() => names.map((n) => table[n] ?? 'none'));
t(() => names.map((n) => (typeof table[n] === 'function' ? table[n].name : 'no')));
t(() => names.map((n) => { switch (table[n]) { case 1: return 'one'; case Object: return 'Object'; default: return 'other'; } }));
t(() => names.map((n) => Object.keys(table[n] ?? {}).length));
t(() => { const copy: Record<string, any> = {}; for (const n of names) copy[n] = table[n]; return copy; });
t(() => { const o: any = { ...table }; for (const n of names) if (!(n in o)) o[n] = 'x'; return o; });
t(() => Object.entries(table).map(([k, v]) => [k, v === table[k]]));
const box: any = { v: table['value' + 'Of'] };
t(() => [box.v === Object.prototype.valueOf, box]);
function id<T>(x: T): T { return x; }
t(() => id(table['has' + 'OwnProperty']) === Object.prototype.hasOwnProperty);
t(() => [table['toS' + 'tring']].indexOf(Object.prototype.toString));
t(() => [Object.prototype.toString].includes(table['toS' + 'tring']));
t(() => ({}).toString === table['toS' + 'tring']);
t(() => { const f: any = table['toS' + 'tring']; return f === {}.toString ? 'same' : 'other'; });
const arr: any = [3, 1];
t(() => ['map', 'length', 'at', 'zip'].map((n) => arr[n]));
t(() => { const { length, [('ma' as string) + 'p']: m, ...rest } = arr; return [length, m, rest]; });
t(() => { const { [('x' as string) + 'y']: m = 5 } = table; return m; });
t(() => { const { [('to' as string) + 'String']: m } = table; return m; });
t(() => { for (const k in table) if (table[k] === undefined) return k; return 'all'; });
t(() => Object.getOwnPropertyNames(Object.getPrototypeOf(table)).includes('toString'));
