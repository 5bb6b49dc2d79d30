const rows = [{ id: 1, label: 'first', tags: ['a', 'b'], meta: { created: { by: { name: 'x' } } } }, { id: 2.5, label: "it's", tags: [], meta: null }, { id: -0, label: 'multi\nline', tags: [['nested', ['deep', ['deeper']]]], meta: undefined }];
console.log(rows);
for (const r of rows) console.log(r);
console.log(rows.map(({ id, label }) => [id, label]), new Map(rows.map((r) => [r.id, r.tags])));
console.log({ rows: rows.length, first: rows[0].meta, fn: [undefined, null], empty: { a: {}, b: [], c: new Map(), d: new Set(), e: '' } });
console.log([['x', { y: [1, { z: 2 }] }]], [[[]], [{}]], { a: [[[1]]] });
console.log('a\tb', ['a\tb', "'", '"', `'"`, '\u0007', '\\'], { "it's": 1, 'a"b': 2, 'new\nline': 3 });
