function sum(...values: number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
console.log(sum(), sum(1), sum(1, 2, 3));
const numbers = [4, 5, 6];
console.log(sum(...numbers), sum(1, ...numbers, 2, ...[7, 8]));
function tagged(label: string, ...rest: (string | number)[]): string {
  return label + '(' + rest.length + ')' + rest.join(',');
}
console.log(tagged('a'), tagged('b', 1, 'x', 2));
console.log(tagged('c', ...'héllo'));
console.log(Math.max(...numbers, 10), Math.min(...numbers));
const copy = [...numbers];
copy.push(9);
console.log(numbers.length, copy.length, [...numbers, ...copy].length);
class Collector {
  readonly items: string[];
  constructor(first: string, ...more: string[]) {
    this.items = [first, ...more];
  }
}
console.log(new Collector('a', ...['b', 'c']).items);
const forward = (...args: [string, ...number[]]): string => tagged(...args);
console.log(forward('f', 1, 2), sum.length, tagged.length);
