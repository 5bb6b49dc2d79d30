class Money {
  constructor(readonly cents: number) {}
  toString(): string {
    return `$${(this.cents / 100).toFixed(2)}`;
  }
  valueOf(): number {
    return this.cents;
  }
}
const a = new Money(150);
const b = new Money(275);
console.log(`${a}`, 'sum ' + a, String(b));
console.log((a as any) + (b as any), +a, a < b, (a as any) * 2, (a as any) == 150, [a, b].join('; '));
console.log(`${{}}`, String([1, [2, 3]]), '' + (() => 1).name);
