enum Category { Tool = 'tool', Food = 'food', Toy = 'toy' }
interface Item { readonly sku: string; category: Category; price: number; stock: number }
class OutOfStock extends Error { constructor(readonly sku: string, readonly wanted: number, readonly left: number) { super(`${sku}: wanted ${wanted}, have ${left}`); this.name = 'OutOfStock'; } }
class Inventory {
  static readonly #instances = new Set<Inventory>();
  readonly #items = new Map<string, Item>();
  #listeners: ((item: Item, change: number) => void)[] = [];
  constructor(readonly name: string) { Inventory.#instances.add(this); }
  static get total(): number { let n = 0; for (const i of Inventory.#instances) n += i.value; return n; }
  get value(): number { return [...this.#items.values()].reduce((s, { price, stock }) => s + price * stock, 0); }
  onChange(f: (item: Item, change: number) => void): void { this.#listeners.push(f); }
  add(sku: string, details: Partial<Omit<Item, 'sku'>> = {}): Item {
    const known = this.#items.get(sku);
    const item: Item = { category: Category.Tool, price: 1, stock: 0, ...known, ...details, sku };
    this.#items.set(sku, item);
    return item;
  }
  move(sku: string, change: number): void {
    const item = this.#items.get(sku);
    if (!item) throw new RangeError(`no item ${sku}`);
    if (item.stock + change < 0) throw new OutOfStock(sku, -change, item.stock);
    item.stock += change;
    for (const f of this.#listeners) f(item, change);
  }
  byCategory(): Partial<Record<Category, string[]>> {
    const out: Partial<Record<Category, string[]>> = {};
    for (const [sku, { category }] of this.#items) (out[category] ??= []).push(sku);
    return out;
  }
}
const shop = new Inventory('shop');
const log: string[] = [];
shop.onChange((item, change) => log.push(`${item.sku}${change > 0 ? '+' : ''}${change}=${item.stock}`));
shop.add('hammer', { price: 12.5, stock: 3 });
shop.add('apple', { category: Category.Food, price: 0.35, stock: 100 });
shop.add('ball', { category: Category.Toy, price: 4 });
shop.add('hammer', { price: 13 });
for (const [sku, n] of [['apple', -40], ['ball', 5], ['hammer', -4], ['saw', 1], ['hammer', -3]] as [string, number][]) {
  try {
    shop.move(sku, n);
  } catch (e) {
    log.push(e instanceof OutOfStock ? `${e.name} ${e.wanted - e.left}` : String(e));
  }
}
console.log(log);
console.log(shop.byCategory(), shop.value.toFixed(2), (Inventory.total + new Inventory('empty').value).toFixed(2));
