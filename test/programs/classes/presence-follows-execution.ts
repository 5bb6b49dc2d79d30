// Property order and presence follow execution, not declaration.
class P {
  a?: number;
  declare b?: number;
  declare c?: number;
  constructor(first: boolean) {
    if (first) this.b = 1;
    this.c = 2;
    if (!first) this.b = 3;
  }
}
console.log(new P(true), new P(false));
console.log(Object.keys(new P(true)), Object.keys(new P(false)));
const o: { x?: number; y?: number } = {};
o.y = 1;
o.x = 2;
console.log(o, 'x' in o, 'z' in o);
delete o.y;
o.y = 3;
console.log(o, Object.entries(o));
