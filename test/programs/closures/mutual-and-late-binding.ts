let handler: (n: number) => string = (n) => 'first ' + n;
const callHandler = (n: number): string => handler(n);
console.log(callHandler(1));
handler = (n) => (n > 0 ? 'second ' + callHandler(n - 1) : 'end');
console.log(callHandler(2));
const even = (n: number): boolean => (n === 0 ? true : odd(n - 1));
const odd = (n: number): boolean => (n === 0 ? false : even(n - 1));
console.log(even(100), odd(7));
const registry: Record<string, () => string> = {};
for (const name of ['a', 'b', 'c']) {
  let calls = 0;
  registry[name] = () => `${name}${++calls}`;
}
console.log(registry.a(), registry.a(), registry.b(), registry.c(), registry.a());
