const attempts: [string, () => unknown][] = [
  ['null property', () => (null as any).x],
  ['undefined property', () => (undefined as any).foo],
  ['undefined call', () => (undefined as any)()],
  ['object call', () => ({} as any).method()],
  ['number call', () => (5 as any)()],
  ['set on null', () => ((null as any).y = 1)],
  ['index', () => (undefined as any)[0]],
  ['nested', () => ({ a: undefined } as any).a.b],
  ['not constructor', () => new (5 as any)()],
  ['length', () => new Array(-1)],
  ['repeat', () => 'x'.repeat(-1)],
  ['toFixed', () => (1).toFixed(200)],
  ['toString radix', () => (1).toString(1)],
  ['in', () => 'a' in (5 as any)],
  ['instanceof', () => ({}) instanceof (5 as any)],
  ['reduce', () => [].reduce((a) => a)],
  ['spread', () => [...(5 as any)]],
  ['class call', () => (class A {} as any)()],
  ['const', () => { const c: any = 1; (c as any).x.y; }],
];
for (const [name, attempt] of attempts) {
  try {
    console.log(name, attempt());
  } catch (e) {
    console.log(name, (e as Error).constructor.name, e instanceof Error);
  }
}
