// Holes read as undefined, but are skipped by the iteration methods and printed apart.
const sparse = [1, , 3] as number[];
console.log(sparse, sparse.length, sparse[1], 1 in sparse);
const grown: number[] = [];
grown[3] = 1;
console.log(grown, grown.length, grown.indexOf(undefined as any), grown.includes(undefined as any));
let visits = 0;
sparse.forEach(() => visits++);
console.log(visits, sparse.map((x) => x * 2), sparse.filter(() => true), [...sparse]);
for (const x of sparse) console.log(x);
console.log(Object.keys(sparse), sparse.join('|'));
delete sparse[0];
console.log(sparse, sparse.length, sparse.reduce((a, b) => a + b));
console.log(new Array(3), new Array(2, 3), Array(1), new Array<number>(2).fill(0));
