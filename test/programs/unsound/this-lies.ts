class Counter { n = 0; inc(): number { return ++this.n; } }
const c = new Counter();
const inc = c.inc;
try { console.log(inc()); } catch (e) { console.log((e as Error).constructor.name); }
console.log(inc.call({ n: 41 } as Counter), inc.call({ n: 'a' } as any), inc.call({} as any), inc.apply(c));
const stolen = { n: 100, inc: c.inc };
console.log(stolen.inc(), stolen.inc(), c.n);
const bound = inc.bind({ n: -1 } as Counter);
console.log(bound(), bound());
class Sub extends Counter { override inc(): number { return super.inc() * 10; } }
console.log(new Sub().inc(), Counter.prototype.inc.call(new Sub()), Sub.prototype.inc.call({ n: 1.5 } as any));
