interface Full { id: number; name: string; tags: string[]; inner: { v: number } }
const partials: Full[] = [{} as Full, { id: 1 } as Full, { name: null, tags: undefined } as any, { inner: {} } as any, { id: 'x', name: 5, tags: 'ab', inner: 3 } as any];
for (const p of partials) {
  for (const f of [() => p.id + 1, () => p.name.length, () => p.tags.length, () => p.inner.v, () => p.inner.v * 2, () => p.tags.map((t) => t), () => `${p.id}${p.name}`]) {
    try {
      console.log(f());
    } catch (e) {
      console.log((e as Error).constructor.name);
    }
  }
}
const total = partials.reduce((s, p) => s + p.id, 0);
console.log(total, partials.map((p) => p.id), partials.filter((p) => p.id > 0).length);
function normalise(p: Full): Full { p.id ??= 0; p.tags ||= []; p.inner ??= { v: -1 }; return p; }
console.log(normalise(partials[0]), normalise(partials[2]));
