const fs: ((n: number) => number)[] = [(n) => n * 2, ((s: string) => s + s) as any, (() => undefined) as any, 5 as any, null as any, Math.sqrt, parseInt as any, class { constructor(public n: number) {} } as any, String as any];
for (const f of fs) {
  try {
    console.log(f(3), f('4' as any), (f as any)());
  } catch (e) {
    console.log((e as Error).constructor.name);
  }
}
const wrongResult: () => number = () => 'text' as any;
console.log(wrongResult() + 1, wrongResult() * 2, [wrongResult()].map((n) => n + 1));
const sorted = [3, 1, 2].sort(((a: number, b: number) => a > b) as any);
console.log(sorted.length);
const reduceLie = [1, 2, 3].reduce(((a: any, b: number) => `${a}${b}`) as any, 0);
console.log(reduceLie, (reduceLie as number) + 1);
const found = [1, 2].find(((x: number) => x === 2 && 'yes') as any);
console.log(found, [1, 2, 3].filter(((x: number) => x - 2) as any), [0, '', null, 5].every(((x: any) => x) as any));
