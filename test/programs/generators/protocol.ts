// next, return and throw in every state of a generator.
function* steps(): Generator<number, string, string | undefined> {
  console.log('start');
  const a = yield 1;
  console.log('got', a);
  try {
    const b = yield 2;
    console.log('got', b);
  } catch (error) {
    console.log('caught', String(error));
    yield 20;
  } finally {
    console.log('finally');
    yield 30;
    console.log('finally ends');
  }
  return 'done';
}
let g = steps();
console.log(g.next('lost'), g.next('x'), g.next('y'), g.next(), g.next());
g = steps();
g.next();
g.next();
console.log(g.throw(new Error('thrown in')), g.next(), g.next(), g.next());
g = steps();
g.next();
g.next();
console.log(g.return('early'), g.next(), g.next());
g = steps();
console.log(g.return('before'), g.next());
g = steps();
try {
  g.throw(new RangeError('at the start'));
} catch (error) {
  console.log(String(error), g.next());
}
function* thrower() {
  yield 1;
  throw new TypeError('from inside');
}
const t = thrower();
try {
  for (const x of t) console.log(x);
} catch (error) {
  console.log(String(error), t.next());
}
const self: { g?: Generator<number> } = {};
function* reentrant(): Generator<number> {
  yield 1;
  self.g!.next();
}
self.g = reentrant();
self.g.next();
try {
  self.g.next();
} catch (error) {
  console.log(String(error));
}
function* leaving() {
  try {
    yield 'a';
    yield 'b';
  } finally {
    console.log('closed');
  }
}
for (const x of leaving()) {
  console.log(x);
  break;
}
outer: for (const x of leaving()) for (const y of leaving()) {
  console.log(x, y);
  continue outer;
}
const [first] = leaving();
console.log(first, [...leaving()].join(), Math.max(...(function* () { yield 4; yield 9; })()));
const it = leaving();
console.log(it[Symbol.iterator]() === it, typeof it.next, String(it), Object.prototype.toString.call(it));
function returned(): string {
  for (const x of leaving()) return x;
  return '';
}
console.log(returned());
