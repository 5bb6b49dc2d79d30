interface HasLength {
  length: number;
}
function longest<T extends HasLength>(a: T, b: T): T {
  return a.length >= b.length ? a : b;
}
console.log(longest('ab', 'abc'), longest([1, 2], [3]), longest({ length: 5, tag: 'x' }, { length: 6, tag: 'y' }).tag);
function pluck<T, K extends keyof T>(items: T[], key: K): T[K][] {
  return items.map((item) => item[key]);
}
const people = [{ name: 'Ann', age: 30 }, { name: 'Bo', age: 4.5 }];
console.log(pluck(people, 'name'), pluck(people, 'age'));
function update<T extends object>(value: T, change: Partial<T>): T {
  return { ...value, ...change };
}
console.log(update(people[0], { age: 31 }), people[0].age);
type Mapped<T> = { [K in keyof T]: T[K] | null };
const nulls: Mapped<{ a: number; b: string }> = { a: null, b: 'x' };
console.log(nulls);
