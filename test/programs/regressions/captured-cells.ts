// The copies of a loop variable that closures capture are held differently: the first is an integer, later ones are doubles or strings.
const shown: string[] = [];

for (let i = 1; i < 20; i *= 2.5) {
  const show = (): void => {
    i += 1;
    shown.push(String(i));
  };
  show();
}

const readers: (() => number | string)[] = [];
for (let value: number | string = 1; String(value).length < 4; value = value + '!') {
  readers.push(() => (value = value + '?'));
}
console.log(shown.join(), readers.map((read) => read()).join());

function counter(start: number): () => number {
  let count = start;
  return () => (count += 0.5);
}

function integerCounter(start: number): () => number {
  let count = start;
  return () => (count = (count + 1) | 0);
}

for (const next of [counter(1), integerCounter(1), counter(0.25)]) console.log(next(), next());
