console.log(Array.from('héy'), Array.from([1, 2, 3], (x) => x * x), Array.from(new Set([1, 1, 2])), Array.from({ length: 2 }));
console.log(Array.from(new Map([['a', 1]])), Array.of(7), Array.of(1, 2), Array.isArray([]), Array.isArray('a'), Array.isArray({ length: 0 }));
console.log(Array.from({ length: 3, 0: 'a', 2: 'c' }), Array.from(new Map([['k', 'v']]).keys()));
console.log([1, 2, 3, 4, 5].copyWithin(0, 3), [1, 2, 3].fill(0, 1), [1, 2, 3].fill(9, -1), [3, 4].lastIndexOf(4), [1, 2, 1].lastIndexOf(1));
