const makeClass = (n: number) =>
  class {
    value = n;
    add(x: number): number {
      return this.value + x;
    }
  };
const One = makeClass(1);
const Two = makeClass(2);
console.log(new One().add(10), new Two().add(10), new One() instanceof Two);
const Named = class Inner {
  static make(): Inner {
    return new Inner();
  }
  who(): string {
    return Inner.name;
  }
};
console.log(Named.name, Named.make().who());
function withLabel<T extends new (...args: any[]) => object>(Base: T) {
  return class extends Base {
    label = 'mixed';
  };
}
class Plain {
  constructor(readonly x: number) {}
}
const Mixed = withLabel(Plain);
const mixed = new Mixed(5);
console.log(mixed.x, mixed.label, mixed instanceof Plain);
