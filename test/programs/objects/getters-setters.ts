const log: string[] = [];
const o = {
  _v: 1,
  get v() { log.push('get'); return this._v; },
  set v(n: number) { log.push('set ' + n); this._v = n; },
  get only() { return 'read'; },
};
o.v = 5;
o.v++;
o.v += 10;
o.v ??= 3;
console.log(o.v, log.join(', '));
try {
  (o as any).only = 'x';
} catch (e) {
  console.log(e instanceof TypeError, (e as Error).message);
}
console.log(o, Object.keys(o));
