/** Indices read from arrays, which are undefined out of range: elements by number where they are numbers, by name where not. */
const order: number[] = [2, 0, 1, -1, 1.5, 7, NaN, -0];
const letters: string[] = ['a', 'b', 'c'];
const halves: number[] = [0.5, 1.5, 2.5];
const bytes = new Uint8Array([10, 20, 30]);
const word = 'xyz';

for (let i = 0; i < 10; i++) {
  console.log(i, order[i], letters[order[i]], halves[order[i]], bytes[order[i]], word[order[i]]);
}

/** A chain of indices, as in a hash table; it ends below 0. */
const next = new Int32Array([3, -1, 1, 2]);
const path: number[] = [];
for (let i = next[0]; i >= 0; i = next[i]) path.push(i);
console.log(path.join(' '));

/** The chain runs out of the array: undefined is not >= 0. */
const jumps: number[] = [2, 5, 1];
let steps = 0;
for (let i = jumps[0]; i >= 0; i = jumps[i]) steps++;
console.log(steps);
for (let i = jumps[0]; !(i < 0) && steps < 10; i = jumps[i]) steps++;
console.log(steps);

/** Permutation in place, as in fannkuch. */
const p = [3, 1, 0, 2];
const count = [0, 0, 0, 0];
let at = p[0];
while (at !== 0) {
  count[at] = count[at] + 1;
  const following = p[at];
  p[at] = at;
  at = following;
}
console.log(p, count);

/** What an index can be at run time, whatever its type says. */
const keys = [1, '1', 'length', undefined, null, true] as unknown as number[];
for (const key of keys) console.log(String(letters[key]), String(word[key]), String(bytes[key]));

function compare(a: number | undefined, b: number | undefined): string {
  if (a! < b!) return `${a} < ${b}`;
  if (a! >= b!) return `${a} >= ${b}`;
  return `${a} and ${b} are not ordered`;
}
console.log(compare(1, 2), compare(2, 2), compare(undefined, 2), compare(1, undefined), compare(undefined, undefined));
