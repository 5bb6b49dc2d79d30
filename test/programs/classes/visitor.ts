interface Visitor<R> {
  num(n: Num): R;
  add(n: Add): R;
  mul(n: Mul): R;
}
interface Expr {
  accept<R>(v: Visitor<R>): R;
}
class Num implements Expr {
  constructor(readonly value: number) {}
  accept<R>(v: Visitor<R>): R {
    return v.num(this);
  }
}
class Add implements Expr {
  constructor(readonly l: Expr, readonly r: Expr) {}
  accept<R>(v: Visitor<R>): R {
    return v.add(this);
  }
}
class Mul implements Expr {
  constructor(readonly l: Expr, readonly r: Expr) {}
  accept<R>(v: Visitor<R>): R {
    return v.mul(this);
  }
}
const evaluate: Visitor<number> = {
  num: (n) => n.value,
  add: (n) => n.l.accept(evaluate) + n.r.accept(evaluate),
  mul: (n) => n.l.accept(evaluate) * n.r.accept(evaluate),
};
const print: Visitor<string> = {
  num: (n) => String(n.value),
  add: (n) => `(${n.l.accept(print)} + ${n.r.accept(print)})`,
  mul: (n) => `${n.l.accept(print)} * ${n.r.accept(print)}`,
};
class Depth implements Visitor<number> {
  num(): number {
    return 1;
  }
  add(n: Add): number {
    return 1 + Math.max(n.l.accept(this), n.r.accept(this));
  }
  mul(n: Mul): number {
    return 1 + Math.max(n.l.accept(this), n.r.accept(this));
  }
}
const e = new Mul(new Add(new Num(1), new Num(2.5)), new Add(new Num(3), new Mul(new Num(4), new Num(5))));
console.log(e.accept(print), '=', e.accept(evaluate), 'depth', e.accept(new Depth()));
