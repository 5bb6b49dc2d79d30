// Classes that use the variables of a function around them: each evaluation makes another class.
function counter(start: number, log: (text: string) => void) {
  class Counter {
    static made = 0;
    static readonly instances: Counter[] = [];
    #value = start;
    readonly born = start * 2;
    constructor(private readonly step: number) {
      Counter.made++;
      Counter.instances.push(this);
      log(`made ${Counter.made} from ${start}`);
    }
    next(): number {
      this.#value += this.step;
      return this.#value;
    }
    get value(): number {
      return this.#value + start;
    }
    set value(v: number) {
      log(`set ${v}`);
      this.#value = v - start;
    }
    static of(step: number): Counter {
      return new this(step);
    }
    static {
      log(`static block of ${start}`);
    }
    static same(a: object): boolean {
      return a instanceof Counter;
    }
    again(): Counter {
      return new Counter(this.step);
    }
  }
  return Counter;
}

const lines: string[] = [];
const log = (text: string): void => void lines.push(text);
const One = counter(1, log);
const Ten = counter(10, log);
const a = new One(1);
const b = new Ten(2);
const c = Ten.of(3);
console.log(a.next(), a.next(), b.next(), c.next(), a.born, b.born, a.value, b.value);
b.value = 100;
console.log(b.value, b.next(), One.made, Ten.made, One.instances.length, Ten.instances.length);
console.log(One === Ten, One.same(a), One.same(b), Ten.same(b), a instanceof One, a instanceof Ten, c instanceof Ten);
console.log(a.again() instanceof One, b.again() instanceof Ten, b.again() instanceof One);
console.log(a.next === new One(5).next, (a.next as unknown) === b.next);
console.log(lines.join('; '));

// A parent and a child that both hold variables.
function family(prefix: string) {
  class Parent {
    static kind = `${prefix}-parent`;
    hello(): string {
      return `${prefix} parent`;
    }
    static create(): Parent {
      return new this();
    }
  }
  const suffix = prefix.toUpperCase();
  class Child extends Parent {
    override hello(): string {
      return `${super.hello()} and ${suffix} child`;
    }
    static override create(): Child {
      return super.create() as Child;
    }
    get kinds(): string {
      return `${Child.kind} ${Parent.kind}`;
    }
  }
  return { Parent, Child };
}
const first = family('a');
const second = family('b');
first.Child.kind = 'changed';
console.log(new first.Child().hello(), new second.Child().hello(), first.Parent.kind, first.Child.kind, second.Child.kind);
console.log(first.Child.create().hello(), second.Parent.create().hello(), new first.Child().kinds, new second.Child().kinds);

// In a loop, with a variable of each turn.
const classes: (new () => { id(): number })[] = [];
for (let i = 0; i < 4; i++) {
  classes.push(class {
    id(): number {
      return i * i;
    }
  });
}
console.log(classes.map((C) => new C().id()).join(), classes[0] === classes[1], new classes[2]!() instanceof classes[2]!, new classes[2]!() instanceof classes[3]!);

// Errors of one's own.
function failure(code: number) {
  return class CodedError extends Error {
    readonly code = code;
    constructor(message: string) {
      super(`${message} (${code})`);
      this.name = 'CodedError';
    }
  };
}
const E1 = failure(1);
const E2 = failure(2);
for (const E of [E1, E2]) {
  try {
    throw new E('bad');
  } catch (error) {
    console.log(error instanceof E1, error instanceof E2, error instanceof Error, (error as Error).message, String(error));
  }
}

// The class as a method's value keeps its variables.
const { next } = a as { next(): number };
try {
  console.log(next());
} catch (error) {
  console.log((error as Error).constructor.name);
}
console.log(next.call(a));
