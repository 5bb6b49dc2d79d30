// arguments of strict code: length, indices, iteration, passing on; nothing is shared with the parameters.
function count(_a?: unknown, _b?: unknown): number {
  return arguments.length;
}
console.log((count as Function)(), (count as Function)(1), (count as Function)(1, 2, 3), count.length);
function show(a: number, b = 10, ...rest: string[]): void {
  a++;
  console.log(a, b, rest, arguments.length, arguments[0], arguments[1], arguments[9], arguments);
  arguments[0] = 'changed';
  console.log(a, arguments[0], Object.keys(arguments), typeof arguments, Array.isArray(arguments), JSON.stringify(arguments));
}
show(1);
show(1, undefined, 'x', 'y');
function sum(): number {
  let total = 0;
  for (const x of arguments) total += x as number;
  for (let i = 0; i < arguments.length; i++) total += arguments[i] as number;
  return total;
}
console.log((sum as (...n: number[]) => number)(1, 2, 3));
function spread(): unknown[] {
  return [...arguments, Math.max(...(arguments as unknown as number[]))];
}
console.log((spread as Function)(4, 9, 2));
function passOn(this: unknown): unknown {
  return count.apply(this, arguments as unknown as [unknown]);
}
console.log((passOn as Function)(1, 2, 3, 4));
function inArrow(): unknown {
  const read = (i: number): unknown => arguments[i];
  return [0, 1, 2].map((i) => read(i));
}
console.log((inArrow as Function)('a', 'b'));
class Log {
  lines: string[] = [];
  constructor() {
    this.lines.push(`made with ${arguments.length}`);
  }
  add(first: string): this {
    for (let i = 1; i < arguments.length; i++) this.lines.push(`${first}${arguments[i]}`);
    return this;
  }
  static of(): string {
    return Array.from(arguments).join('+');
  }
}
const log = new (Log as unknown as new (...a: unknown[]) => Log)(1, 2);
console.log((log.add as Function).call(log, 'p', 1, 'q').lines, (Log.of as Function)('s', 't'));
function* generator(): Generator<unknown> {
  yield arguments.length;
  yield* arguments;
}
console.log([...(generator as Function)('g', 'h')]);
function defaults(a = arguments.length, { b } = { b: arguments[1] as unknown }): unknown[] {
  return [a, b];
}
console.log((defaults as Function)(), (defaults as Function)(undefined, undefined, 3));
function shadow(arguments_: number): number {
  const own = { arguments: arguments_ };
  return own.arguments;
}
console.log(shadow(3), Object.prototype.toString.call((function () { return arguments; })()), String((function () { return arguments; })()));
