const arrays: number[][] = ['text' as any, { length: 2, 0: 5, 1: 6 } as any, new Set([1, 2]) as any, 7 as any, null as any, undefined as any, new Uint8Array([8, 9]) as any];
for (const a of arrays) {
  for (const f of [() => a.length, () => a[0], () => a.map((x) => x), () => [...a], () => { let n = 0; for (const x of a) n++; return n; }, () => a.push(1), () => Array.isArray(a), () => a.indexOf(5)]) {
    try {
      console.log(f());
    } catch (e) {
      console.log((e as Error).constructor.name);
    }
  }
}
const holes: number[] = [];
holes[5] = 1;
console.log(holes[2] + 1, holes.length, holes.map((x) => x + 1).length, holes.findIndex((x) => x === undefined));
const grown: number[] = [1];
grown[100000] = 2;
console.log(grown.length, grown[50000], Object.keys(grown));
