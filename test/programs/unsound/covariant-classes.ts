class Shape { area(): number { return 0; } }
class Sq extends Shape { constructor(public side: number) { super(); } override area(): number { return this.side ** 2; } }
class Ci extends Shape { constructor(public r: number, public label = 'c') { super(); } override area(): number { return 3 * this.r * this.r; } }
const squares: Sq[] = [new Sq(1), new Sq(2)];
const shapes: Shape[] = squares;
shapes[1] = new Ci(3);
shapes.push(new Shape());
let sum = 0;
for (const s of squares) { console.log(s.side, s.area(), s.side + 1); sum += s.side; }
console.log(sum);
const holder: { item: Shape } = { item: new Sq(5) } as { item: Sq };
const narrow = holder as { item: Sq };
holder.item = new Ci(2);
console.log(narrow.item.side, narrow.item.area());
const m: Map<string, Sq> = new Map([['a', new Sq(9)]]);
(m as Map<string, Shape>).set('b', new Ci(1));
for (const [k, v] of m) console.log(k, v.side, v);
function replace(list: Shape[], i: number): void { list[i] = new Ci(i, 'new'); }
replace(squares, 0);
squares[0].side = 7;
console.log(squares[0], (squares[0] as unknown as Ci).r, squares.map((s) => s.side));
