// Methods of arrays that only read, called on what looks like an array.
function tail(): unknown[] {
  return Array.prototype.slice.call(arguments, 1);
}
console.log((tail as Function)(1, 2, 3), (tail as Function)());
function first(): unknown {
  return [].slice.call(arguments)[0];
}
console.log((first as Function)('f'), (first as Function)());
const like: ArrayLike<string> = { length: 4, 0: 'a', 2: 'c', 3: 'd' };
console.log(Array.prototype.map.call(like, (x, i) => `${x as string}${i}`), Array.prototype.join.call(like, '-'));
(Array.prototype.forEach as Function).call('xyz', (c: string, i: number) => console.log(c, i));
console.log((Array.prototype.map as Function).call('ab', (c: string) => c + c), (Array.prototype.slice as Function).call('hello', 1, 3));
Array.prototype.forEach.call('xyz', (c, i) => console.log(c, i));
console.log(Array.prototype.map.call<string, [(c: unknown) => string], string[]>('ab', (c) => `${c as string}${c as string}`), Array.prototype.slice.call('hello', 1, 3));
console.log(Array.prototype.slice.call(new Uint8Array([1, 2, 3]), 1));
