class A { readonly made: string; constructor() { this.made = new.target.name; } }
class B extends A {}
console.log(new A().made, new B().made);
abstract class Guard { constructor() { if (new.target === Guard) throw new TypeError('abstract'); } }
class Ok extends Guard {}
try { new (Guard as any)(); } catch (e) { console.log((e as Error).message); }
console.log(new Ok() instanceof Guard);
function strictThis(this: unknown): unknown { return this; }
console.log(strictThis(), strictThis.call(5), strictThis.call(null), typeof strictThis.call('s'));
const o = { f() { return (() => this === o)(); }, g: () => typeof o };
console.log(o.f(), o.g());
