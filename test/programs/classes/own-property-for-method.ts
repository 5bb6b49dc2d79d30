// Methods of instances that an own property or an accessor of a derived class can hide.
function set(target: object, name: string, value: unknown): void {
  (target as Record<string, unknown>)[name] = value;
}

class Box<T> {
  readonly items: T[] = [];

  add(item: T): this {
    this.items.push(item);
    return this;
  }

  last(): T | undefined {
    return this.items[this.items.length - 1];
  }
}

const numbers = new Box<number>().add(1).add(2);
const texts = new Box<string>().add('a');
const hidden = new Box<number>().add(3);
set(numbers, 'note', 'kept');
set(texts, 'note', 1);
set(hidden, 'la' + 'st', () => 99);
console.log(numbers.last(), texts.last(), hidden.last());

// Library classes: what prints them calls their methods.
const plain = new Set<number>([1, 2]);
const marked = new Set<number>([3]);
const table = new Map<string, number>([['x', 1]]);
set(marked, 'label', 'own');
set(table, 'label', 'own');
for (const each of [plain, marked]) console.log(each, each.size, [...each.values()]);
console.log(table, [...table.entries()]);

class Base {
  what(): string {
    return 'base';
  }
}
class Derived extends Base {
  // @ts-expect-error An accessor in place of a method.
  get what(): () => string {
    return () => 'derived';
  }
}
const both: Base[] = [new Base(), new Derived()];
for (const each of both) console.log(each.what());
console.log(new Derived().what());
