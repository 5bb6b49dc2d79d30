// While a base class's constructor runs, the fields of the class itself are not there yet; then they are defined one by one.
class Base {
  id = 1;
  constructor() {
    this.setUp();
    console.log('base', Object.keys(this).join(), this);
  }
  setUp(): void {}
}
class Plain extends Base {
  size = 2.5;
  label = 'plain';
  unset?: string;
  items: number[] = [];
  sum(): number { return this.size + this.items.length + this.id; }
}
class Early extends Base {
  size = 2.5;
  label = 'early';
  override setUp(): void {
    console.log('label' in this, this.label, this.size);
    this.label = 'set by base';
    (this as any).added = true;
  }
}
class Deeper extends Early {
  depth = 7;
  override setUp(): void {
    super.setUp();
    this.depth = 70;
  }
}
const plain = new Plain();
console.log(plain, plain.sum(), plain.unset, 'unset' in plain, Object.keys(plain));
const early = new Early();
console.log(early, early.label, early.size);
const deeper = new Deeper();
console.log(deeper, deeper.depth, Object.keys(deeper));
let total = 0;
for (let i = 0; i < 100; i++) {
  const each = i % 3 === 0 ? new Plain() : i % 3 === 1 ? new Early() : new Deeper();
  total += each.size + each.id;
  if (i > 2) break;
}
console.log(total);

// A field's initialiser that shows the object before the fields behind it exist.
const seen: string[] = [];
function look(o: object): number {
  seen.push(Object.keys(o).join());
  return seen.length;
}
class Looks {
  a = look(this);
  b = look(this);
  c = 3;
}
console.log(new Looks(), seen);

// A getter of the base class is hidden by the field only once that exists.
class WithGetter {
  log: unknown[] = [];
  constructor() { this.log.push((this as any).kind); }
  get kind(): string { return 'getter'; }
}
class Shadowing extends WithGetter {
  // @ts-expect-error A field over an accessor.
  kind = 'field';
}
const shadowing = new Shadowing();
console.log(shadowing.log, shadowing.kind);
