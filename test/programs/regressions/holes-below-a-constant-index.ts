// A store beyond the length leaves holes, a constant index too.
const grown: number[] = [1];
grown[100000] = 2;
console.log(grown.length, grown[50000], Object.keys(grown));
