// Assignments to properties of super; generator functions printed.
class Base {
  #v = 1;
  get v() { return this.#v; }
  set v(x: number) { console.log('set', x); this.#v = x; }
  get ro() { return 7; }
  m() { return 'base'; }
  plain = 1;
  static s = 1;
}
class Derived extends Base {
  set() { super.v = 5; super.v += 2; return super.v; }
  own() { (super.m as any) = 9; const r = this.m; delete (this as any).m; return r; }
  fresh() { (super.m as any) = () => 'own'; return this.m(); }
  fail() { (super.ro as any) = 1; }
  static t() { super.s = 3; return [this.s, Base.s]; }
}
const d = new Derived();
console.log(d.set(), d.own(), d.fresh());
try { d.fail(); } catch (e) { console.log((e as Error).message); }
console.log(Derived.t(), d);
function* g() { yield 1; }
class K { *items() {} static *all() {} }
console.log(g, new K().items, K.all, { *a() {} }, g.name, typeof g);
for (const k of ['ro']) { try { (d as any)[k] = 1; } catch (e) { console.log((e as Error).message); } }
try { (d as any).ro = 1; } catch (e) { console.log((e as Error).message); }
