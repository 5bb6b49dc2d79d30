class A {
  constructor(readonly log: string[]) {
    log.push('A');
  }
  f(n: number): number {
    return n + 1;
  }
  get g(): string {
    return 'A.g';
  }
}
class B extends A {
  constructor(log: string[]) {
    super(log);
    log.push('B');
  }
  override f(n: number): number {
    return super.f(n) * 2;
  }
  override get g(): string {
    return 'B.' + super.g;
  }
}
class C extends B {
  override f(n: number): number {
    const viaArrow = (): number => super.f(n);
    return viaArrow() + super.f(0);
  }
  override get g(): string {
    return 'C.' + super.g;
  }
}
const c = new C([]);
console.log(c.f(10), c.g, c.log);
