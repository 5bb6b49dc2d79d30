abstract class Op { abstract apply(x: number): number; then(next: Op): Op { return new Chain(this, next); } }
class AddOp extends Op { constructor(private n: number) { super(); } apply(x: number): number { return x + this.n; } }
class MulOp extends Op { constructor(private n: number) { super(); } apply(x: number): number { return x * this.n; } }
class Chain extends Op { constructor(private a: Op, private b: Op) { super(); } apply(x: number): number { return this.b.apply(this.a.apply(x)); } }
class Neg extends Op { apply(x: number): number { return -x; } }
const ops: Op[] = [];
for (let i = 0; i < 50; i++) ops.push(i % 4 === 0 ? new AddOp(i) : i % 4 === 1 ? new MulOp(1 + i / 100) : i % 4 === 2 ? new Neg() : new AddOp(1).then(new Neg()));
let x = 1;
for (let round = 0; round < 20; round++) for (const op of ops) x = op.apply(x) % 1000;
console.log(x, ops.filter((o) => o instanceof Chain).length);
console.log(ops.slice(0, 8).reduce((a, b) => a.then(b)).apply(2));
