// Fields are defined in order, after super() returns; initialisers see earlier ones.
const log: string[] = [];
const note = (s: string): string => {
  log.push(s);
  return s;
};
class Base {
  a = note('a');
  b = note('b' + this.a);
  constructor() {
    note('Base constructor');
    this.hook();
  }
  hook(): void {
    note('Base hook');
  }
}
class Derived extends Base {
  c: string | undefined = note('c');
  constructor() {
    note('before super');
    super();
    note('after super ' + this.c);
  }
  override hook(): void {
    note('Derived hook ' + this.c);
  }
}
const d = new Derived();
console.log(log.join(', '));
console.log(d, Object.keys(d));
