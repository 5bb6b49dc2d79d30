const log: string[] = [];
function trace<T>(label: string, value: T): T {
  log.push(label);
  return value;
}
function take(...values: number[]): number {
  return values.length;
}
take(trace('a', 1), trace('b', 2) + trace('c', 3), trace('d', 4));
const object = { m: (x: number) => x };
trace('object', object).m(trace('argument', 1));
const array = [0, 0, 0];
array[trace('index', 1)] = trace('value', 5);
array[trace('i2', 2)] += trace('v2', 3);
const literal = { x: trace('x', 1), [trace('key', 'k')]: trace('computed', 2), y: trace('y', 3) };
console.log(log.join(' '));
console.log(array, literal);
let n = 1;
console.log(n + n++ + n, n++ * n, (n += 2) + n);
