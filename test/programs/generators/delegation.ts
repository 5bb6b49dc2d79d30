// yield*: values, results, exceptions and returns pass through.
function* inner(name: string): Generator<string, number, unknown> {
  try {
    const sent = yield `${name}1`;
    console.log(name, 'sent', sent);
    yield `${name}2`;
  } catch (error) {
    console.log(name, 'caught', String(error));
    yield `${name} after`;
  } finally {
    console.log(name, 'closed');
  }
  return name.length;
}
function* outer(): Generator<string, string, unknown> {
  const a = yield* inner('in');
  console.log('result', a);
  yield* ['x', 'y'];
  yield* 'hé';
  yield* new Set(['s']);
  const b = yield* inner('second');
  return `total ${a + b}`;
}
console.log([...outer()].join(' '));
let g = outer();
console.log(g.next(), g.next('hello'), g.next(), g.next());
g = outer();
g.next();
console.log(g.throw(new Error('into')), g.next(), g.return('stop'), g.next());
g = outer();
g.next();
console.log(g.return('stop'), g.next());
const plain = {
  [Symbol.iterator]() {
    let n = 0;
    return { next: () => ({ value: n, done: n++ >= 2 }) };
  },
};
function* through(): Generator<number, void, unknown> {
  yield* plain;
}
console.log([...through()]);
const h = through();
h.next();
try {
  h.throw(new Error('no throw'));
} catch (error) {
  console.log(String(error));
}
interface Tree { value: number; left?: Tree; right?: Tree }
function* walk(tree?: Tree): Generator<number> {
  if (!tree) return;
  yield* walk(tree.left);
  yield tree.value;
  yield* walk(tree.right);
}
const insert = (tree: Tree | undefined, value: number): Tree =>
  !tree ? { value } : value < tree.value ? { ...tree, left: insert(tree.left, value) } : { ...tree, right: insert(tree.right, value) };
let tree: Tree | undefined;
for (const v of [5, 2, 8, 1, 9, 3]) tree = insert(tree, v);
console.log([...walk(tree)].join());
