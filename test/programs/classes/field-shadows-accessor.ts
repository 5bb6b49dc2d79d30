// With class fields defined, a derived field replaces a value of the base.
class Base {
  value: number | undefined = 1;
  kind = 'base';
}
class Derived extends Base {
  override value: number | undefined = undefined;
  override kind = 'derived';
}
const d = new Derived();
console.log(d.value, d.kind, Object.keys(d));
console.log(new Base().value);
class Declared extends Base {
  declare value: number;
}
console.log(new Declared().value);
