const seen: unknown[] = [];
class Base { constructor() { register(this); } }
class Child extends Base { size = 5; items: string[] = ['i']; tag: string; constructor(tag: string) { super(); register(this); this.tag = tag; register(this); } }
function register(b: Base): void {
  const c = b as Child;
  seen.push([c.size, c.items?.length, c.tag, c.size + 1, typeof c.tag]);
}
const c = new Child('t');
for (const s of seen) console.log(s);
let captured: (() => string) | undefined;
class Lazy { read = (): string => this.name + this.suffix; name = 'n'; private suffix = this.name + '?'; constructor() { captured = this.read; } }
console.log(new Lazy().read(), captured?.());
class SelfRef { other: SelfRef = this.make(); value = 3; make(): SelfRef { return this; } get double(): number { return this.value * 2; } }
console.log(new SelfRef().other.double);
class EarlyGet { a: number | undefined = (this as any).b; b = 2; c = this.a === undefined ? 'early' : 'late'; }
console.log(new EarlyGet());
