// Properties of literals, functions and classes by names known at run time.
// getters/setters/inheritance dynamic
function t(f: () => unknown) { try { console.log(f()); } catch (e) { console.log('E', (e as Error).message); } }
const o: any = { a: 1, get b() { return this.a + 1; }, set b(v) { this.a = v; }, ['c' + 1]: 3 };
t(() => Object.getOwnPropertyNames(o));
t(() => Object.keys(o));
t(() => { o.b = 10; return o; });
t(() => ({ ...o }));
t(() => JSON.stringify(o));
t(() => { const { a, ...rest } = o; return [a, rest]; });
t(() => Object.entries(o).map(([k, v]) => k + v).join());
t(() => { delete o.b; return [o, o.b]; });
t(() => Object.assign({}, o, { z: 1 }, null, 'hi'));
const f: any = function named(a: number, b: number) { return a + b; };
t(() => [f.name, f.length, f['name'], f['len' + 'gth'], 'call' in f, f.hasOwnProperty('name')]);
f.extra = 5;
t(() => [f.extra, Object.keys(f), f]);
for (const k of ['name', 'extra', 'call', 'apply', 'toString', 'constructor', 'zip']) t(() => [k, f[k], typeof f[k]]);
class P { static create(this: any) { return new this(); } who() { return this.constructor.name; } }
class Q extends P {}
t(() => [(P as any).create().who(), (Q as any).create().who(), Q.name, (Q as any)['name']]);
const classes: any = { P, Q };
for (const k of Object.keys(classes)) t(() => [k, new classes[k]().who(), classes[k]]);
t(() => new classes['Nope']());
t(() => classes.nope());
t(() => o.x.y);
t(() => { (undefined as any).x = 1; });
t(() => Object.isFrozen(Object.freeze(o)));
t(() => { o.a = 5; });
t(() => { o.q = 5; });
t(() => { delete o.a; });
t(() => Object.getOwnPropertyDescriptor({ x: 1 }, 'x'));
