class Base { protected _size = 1; get size(): number { return this._size; } set size(n: number) { this._size = n; } describe(): string { return `size ${this.size}`; } }
class Loud extends Base { override get size(): number { return super.size * 10; } override set size(n: number) { super.size = n + 1; } }
const things: Base[] = [new Base(), new Loud()];
for (const t of things) {
  t.size = 5;
  t.size += 2;
  console.log(t.describe(), t.size);
}
const keys: string[] = [];
for (const k in new Loud()) keys.push(k);
console.log(keys, Object.keys(new Loud()), 'size' in new Loud(), Object.hasOwn(new Loud(), 'size'));
