class Sealed {
  readonly fixed = 1;
  private secret = 'hidden';
  reveal(): string { return this.secret + this.fixed; }
}
const s = new Sealed();
(s as any).fixed = 2;
(s as any).secret = 99;
console.log(s.reveal(), s['secret'], s);
const t: readonly number[] = [1, 2];
(t as number[]).push(3);
console.log(t);
const frozenType: Readonly<{ a: number }> = { a: 1 };
(frozenType as { a: number }).a = 5;
console.log(frozenType.a);
const c = { n: 1 } as const;
(c as any).n = 'one';
console.log(c.n);
