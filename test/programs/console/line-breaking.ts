// Objects and arrays that pass 72 characters, or six elements, break as util.inspect breaks them.
console.log({ alpha: 'aaaaaaaaaaaaaaaa', beta: 'bbbbbbbbbbbbbbbbbbbb', gamma: 'cccccccccccccccccccc', d: 1 });
console.log({ alpha: 'aaaaaaaaaaaaaaaa', beta: 'bbbbbbbbbbbbbbbbbbbb', gamma: 'ccccccccccccc' });
console.log(['aaaaaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 'cccccccccccccccccccccccc']);
console.log(Array.from({ length: 7 }, (_, i) => i), Array.from({ length: 30 }, (_, i) => i * i));
console.log(Array.from({ length: 101 }, (_, i) => i));
console.log(Array.from({ length: 200 }, (_, i) => i * 1000));
console.log(Array.from({ length: 10 }, (_, i) => 'word' + i), Array.from({ length: 27 }, (_, i) => 'x'.repeat(i % 9)));
console.log([1.5, -2, 300, 4.25, 5, 6, 7000, 8], [true, false, true, false, true, false, true]);
console.log({ id: 1, name: 'a', tags: ['x', 'y'], nested: { on: true, values: [1, 2, 3], more: { deep: 'text' } } });
console.log([{ id: 1, name: 'first item' }, { id: 2, name: 'second item' }, { id: 3, name: 'third item' }]);
console.log([[1, 2, 3], [4, 5, 6], [7, 8, 9], [1, 2, 3], [4, 5, 6], [7, 8, 9], [1, 2, 3]]);
console.log({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 10, k: 11, l: 12, m: 13, n: 14, o: 15, p: 16 });
console.log(new Map(Array.from({ length: 5 }, (_, i) => ['key number ' + i, { value: i }] as const)), new Set(Array.from({ length: 12 }, (_, i) => i * 11)));
console.log({ text: 'x'.repeat(100) }, ['y'.repeat(80)], 'z'.repeat(90).length);
console.log([undefined, null, NaN, -0, 0, 1, 2, 3], ['a', 1, 'b', 2, 'c', 3, 'd', 4]);
console.log(Array.from({ length: 8 }, () => []), Array.from({ length: 3 }, () => ({})));
