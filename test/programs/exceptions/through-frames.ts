// Thrown through many frames, closures and library callbacks.
class Stop extends Error {
  constructor(readonly depth: number) {
    super('stop at ' + depth);
  }
}
function descend(n: number): number {
  if (n === 0) throw new Stop(n);
  return descend(n - 1) + 1;
}
for (const n of [0, 1, 10, 500]) {
  try {
    descend(n);
  } catch (e) {
    console.log((e as Stop).message, n);
  }
}
try {
  [1, 2, 3].forEach((x) => {
    if (x === 2) throw new Stop(x);
    console.log('visited', x);
  });
} catch (e) {
  console.log(String(e));
}
try {
  [3, 1, 2].sort(() => {
    throw new Error('in comparator');
  });
} catch (e) {
  console.log(String(e));
}
const m = new Map([['a', 1]]);
try {
  m.forEach(() => { throw 'from forEach'; });
} catch (e) {
  console.log(e);
}
class Getter { get x(): number { throw new Error('getter'); } toString(): string { throw new Error('toString'); } }
for (const f of [() => new Getter().x, () => `${new Getter()}`, () => [1].map(() => new Getter().x)]) {
  try {
    f();
  } catch (e) {
    console.log((e as Error).message);
  }
}
