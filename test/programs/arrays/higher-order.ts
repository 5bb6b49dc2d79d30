const n = [5, 2, 8, 1, 9, 3];
console.log(n.map((x) => x / 2), n.filter((x) => x % 2 === 1), n.reduce((a, b) => a + b), n.reduceRight((a, b) => a * 10 + b, 0));
console.log(n.find((x) => x > 5), n.findIndex((x) => x > 5), n.find((x) => x > 50), n.findIndex((x) => x > 50));
console.log(n.some((x) => x > 8), n.every((x) => x > 0), [].some(() => true), [].every(() => false));
console.log(n.flatMap((x) => (x > 4 ? [x, x] : [])), [[1, [2]], [3]].flat(), [[1, [2, [3]]]].flat(Infinity));
n.forEach((x, i, all) => {
  if (i === 0) console.log(x, all.length, all === n);
});
console.log(n.map(String), ['1', '2', '3'].map(Number), ['1', '2', '3'].map(parseFloat), ['10', '10', '10'].map((s, i) => parseInt(s, i + 2)));
console.log(n.entries().next().value, [...n.keys()].length, [...n.entries()].map(([i, x]) => i * x));
