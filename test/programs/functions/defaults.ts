// Default values: evaluated at each call, left to right, seeing earlier parameters; undefined asks for them, null does not.
let evaluations = 0;
const next = (): number => ++evaluations;
function f(a: number, b = a * 2, c: number | null = next()): string {
  return `${a} ${b} ${c}`;
}
console.log(f(1));
console.log(f(1, 5));
console.log(f(1, undefined, 7));
console.log(f(1, undefined, null));
console.log(f(1, 2, undefined), evaluations);
console.log(f.length);
function point({ x = 1, y = x + 1 }: { x?: number; y?: number } = {}): number {
  return x * 10 + y;
}
console.log(point(), point({ x: 3 }), point({ y: 9 }), point({ x: 0, y: 0 }));
const greet = (name = 'you', mark: string = name.length > 3 ? '!' : '.'): string => 'Hello ' + name + mark;
console.log(greet(), greet('Alice'), greet('Bob', '?'));
