const counter = {
  count: 0,
  increment(): number {
    return ++this.count;
  },
  viaArrow(): () => number {
    return () => this.increment();
  },
};
counter.increment();
const again = counter.viaArrow();
again();
again();
console.log(counter.count);
class Greeter {
  constructor(private readonly greeting: string) {}
  greet = (name: string): string => `${this.greeting} ${name}`;
  method(name: string): string {
    return `${this.greeting}, ${name}`;
  }
}
const greeter = new Greeter('Hi');
const { greet } = greeter;
console.log(greet('detached'), greeter.method('attached'));
const bound = greeter.method.bind(greeter);
console.log(bound('bound'), greeter.method.call(new Greeter('Yo'), 'called'), greeter.method.apply(greeter, ['applied']));
console.log(['a', 'b'].map(greeter.greet));
