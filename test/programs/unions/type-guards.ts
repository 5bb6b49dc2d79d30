interface Cat { kind: 'cat'; lives: number }
interface Dog { kind: 'dog'; name: string }
const isCat = (x: Cat | Dog): x is Cat => x.kind === 'cat';
const pets: (Cat | Dog)[] = [{ kind: 'cat', lives: 9 }, { kind: 'dog', name: 'Rex' }, { kind: 'cat', lives: 7 }];
console.log(pets.filter(isCat).map((c) => c.lives), pets.map((p) => (isCat(p) ? p.lives : p.name)));
function assertString(x: unknown): asserts x is string {
  if (typeof x !== 'string') throw new TypeError('not a string: ' + String(x));
}
for (const x of ['ok', 5, null]) {
  try {
    assertString(x);
    console.log(x.toUpperCase());
  } catch (e) {
    console.log((e as Error).message);
  }
}
const present = <T>(x: T | null | undefined): x is T => x != null;
console.log([1, null, 2, undefined, 0].filter(present));
