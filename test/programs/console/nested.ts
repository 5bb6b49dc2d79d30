console.log({ a: { b: { c: { d: 1 } } } }, [[[[1]]]], { a: [{ b: [{ c: 1 }] }] });
console.log({ a: { b: { c: {} } } }, { a: { b: { c: [] } } }, { x: [[[]]] });
console.log([{ a: 1, b: 2 }, { a: 3, b: 4 }]);
console.log({ list: [1, 2, 3], map: new Map([['k', { v: 1 }]]), set: new Set([1, 'a']), nested: { set: new Set([new Set([1])]) } });
console.log([undefined, null, , 3], [, ,], [1, , ,]);
console.log({ 'key with space': 1, valid_id: 2, 3: 4, 'a-b': 5, $x: 6, 'é': 7, '': 8, "q'": 9 });
console.log([['a', 1], ['b', 2]], [[1, 2], [3, 4]], { m: [[1, [2, [3, [4]]]]] });
