const ops = { '+': (a: number, b: number) => a + b, '-': (a: number, b: number) => a - b, '*': (a: number, b: number) => a * b };
type Op = keyof typeof ops;
function rpn(text: string): number {
  const stack: number[] = [];
  for (const t of text.split(' ')) {
    if (t in ops) {
      const b = stack.pop()!;
      const a = stack.pop()!;
      stack.push(ops[t as Op](a, b));
    } else stack.push(Number(t));
  }
  return stack[0];
}
console.log(rpn('3 4 + 2 *'), rpn('1 2 3 * -'), rpn('0.5'), rpn('2 x *'), Object.keys(ops).join(''));
const memo: { [k: string]: number } = {};
const grid = (x: number, y: number): number => (x === 0 || y === 0 ? 1 : (memo[x + ',' + y] ??= grid(x - 1, y) + grid(x, y - 1)));
console.log(grid(10, 10), Object.keys(memo).length, memo['3,3']);
const o: any = {};
for (const path of ['a.b.c', 'a.d', 'e']) path.split('.').reduce((at, k, i, all) => (at[k] ??= i === all.length - 1 ? path.length : {}), o);
console.log(o);
