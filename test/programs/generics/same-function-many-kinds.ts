// The same generic functions over numbers, strings, booleans and objects.
function last<T>(items: T[]): T | undefined {
  return items.length === 0 ? undefined : items[items.length - 1];
}
function unique<T>(items: T[]): T[] {
  return [...new Set(items)];
}
function groupBy<T, K>(items: T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
console.log(last([1, 2.5]), last(['a', 'b']), last([true, false]), last([]), last([{ x: 1 }]));
console.log(unique([1, 2, 2, 1, NaN, NaN, 0, -0]), unique(['a', 'b', 'a']));
console.log(groupBy([1, 2, 3, 4, 5], (n) => n % 2), groupBy(['one', 'two', 'three'], (s) => s.length));
const identity = <T>(x: T): T => x;
console.log(identity(1.5), identity('s'), identity(null), identity([1]), identity(identity)(2));
