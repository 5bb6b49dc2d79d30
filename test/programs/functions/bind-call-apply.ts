// Function.prototype.bind, call and apply on functions, methods, classes, bound functions.
class Greeter {
  constructor(readonly greeting: string, readonly mark = '!') {}
  greet(this: { greeting: string; mark?: string }, name: string, times = 1): string {
    return `${this.greeting}, ${name}${(this.mark ?? '?').repeat(times)}`;
  }
  static sum(...parts: number[]): number {
    return parts.reduce((a, b) => a + b, 0);
  }
}
const hello = new Greeter('Hello');
const greetAll = hello.greet.bind(hello);
console.log(greetAll('Ann'), greetAll('Bob', 3));
console.log(['x', 'y'].map((name) => greetAll(name)).join(' '));
const toZoe = hello.greet.bind({ greeting: 'Bye' }, 'Zoe');
console.log(toZoe(), toZoe(2), toZoe.name, toZoe.length, greetAll.length, greetAll.name);
const again = toZoe.bind(null, 4);
console.log(again(), again.name, again.length);

function add(this: unknown, a: number, b: number, c: number): number {
  return a + b * 10 + c * 100;
}
const add1 = add.bind(undefined, 1);
const add12 = add1.bind(undefined, 2);
console.log(add1(2, 3), add12(3), add.call(null, 4, 5, 6), add.apply(null, [7, 8, 9]), add12.length);
console.log(Greeter.sum.apply(Greeter, [1, 2, 3]), Greeter.sum.bind(Greeter, 10, 20)(30), Math.max.apply(null, [4, 9, 2]), Math.max.bind(null, 5)(3));

const Loud = Greeter.bind(null, 'HEY') as unknown as new (mark: string) => Greeter;
const loud = new Loud('!!');
console.log(loud.greet('you'), loud instanceof Greeter, loud.constructor === Greeter);

// Methods taken from their object keep their names.
console.log(hello.greet.name, Greeter.sum.name, Greeter.name, Greeter.length, hello.greet.length, (() => 1).name, add.name);
const { greet } = hello;
try {
  console.log((greet as unknown as (name: string) => string)('nobody'));
} catch (error) {
  console.log(String(error));
}

// One function, bound in a loop with other values.
const adders: ((x: number) => number)[] = [];
for (let i = 0; i < 3; i++) adders.push(add.bind(null, i, i * 2));
console.log(adders.map((f) => f(1)).join());

const either = Math.random() < 2 ? [hello.greet.bind(hello, 'a'), () => 'arrow'] : [];
console.log(either.map((f) => (f as () => string)()).join(' '));
console.log(console.log.bind(console, 'bound') === console.log, typeof greetAll);
const print = console.log.bind(console, '>');
print('printed', 1);

// apply with what is no array, and with nothing.
console.log(Math.min.apply(null, { length: 2, 0: 5, 1: 3 } as unknown as number[]), Greeter.sum.apply(null), String(add.apply(null, undefined as unknown as [number, number, number])));
