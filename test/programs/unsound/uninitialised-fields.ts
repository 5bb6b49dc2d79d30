class Base {
  readonly seen: string;
  constructor() {
    this.seen = this.report();
    this.prepare();
  }
  report(): string { return 'base'; }
  prepare(): void {}
}
class Derived extends Base {
  count = 1;
  name = 'set';
  list: number[] = [];
  late!: number;
  override report(): string {
    return `${this.count} ${this.name} ${this.list} ${this.late} ${typeof this.count} ${this.count + 1}`;
  }
  override prepare(): void {
    this.count = 100;
    (this as any).extra = 'early';
  }
}
const d = new Derived();
console.log(d.seen);
console.log(d.report(), d, 'late' in d);
class Leaks {
  static last: Leaks;
  value: number;
  constructor(n: number) {
    Leaks.last = this;
    if (n < 0) throw new Error('unfinished');
    this.value = n;
  }
}
new Leaks(5);
console.log(Leaks.last.value);
try {
  new Leaks(-1);
} catch {}
console.log(Leaks.last.value, Leaks.last.value + 1, Leaks.last);
