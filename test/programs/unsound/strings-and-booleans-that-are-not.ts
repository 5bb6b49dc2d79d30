const strings: string[] = [5 as any, null as any, undefined as any, ['x', 'y'] as any, { length: 9 } as any, true as any];
for (const s of strings) {
  console.log(s + '!', `${s}`, s === 'x', typeof s);
  for (const f of [() => s.length, () => s.toUpperCase(), () => s[0], () => s.split(','), () => [...s].length, () => s < 'm']) {
    try {
      console.log(f());
    } catch (e) {
      console.log((e as Error).constructor.name);
    }
  }
}
const booleans: boolean[] = ['false' as any, 0 as any, '' as any, NaN as any, {} as any, null as any];
for (const b of booleans) console.log(b ? 'T' : 'F', !b, b === true, b && 'and', b || 'or', b == (false as any));
const m = new Map<string, number>([[1 as any, 1], ['1', 2], [null as any, 3]]);
console.log(m.get('1'), m.get(1 as any), m.get(undefined as any), m.size);
