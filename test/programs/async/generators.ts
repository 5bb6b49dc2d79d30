// Async generators: requests in a queue, return and throw in every state, delegation, for await.
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const show = (name: string, p: Promise<unknown>): Promise<void> => p.then((v) => console.log(name, v), (e: Error) => console.log(name, 'rejected', e.message ?? e));

async function* count(n: number): AsyncGenerator<number, string, string | undefined> {
  try {
    for (let i = 0; i < n; i++) {
      const got = yield i;
      if (got !== undefined) console.log('got', got);
    }
    return 'end';
  } catch (error) {
    console.log('inside', (error as Error).message);
    yield -1;
    throw new Error('from the generator');
  } finally {
    console.log('finally');
    await wait(1);
  }
}
async function* outer(): AsyncGenerator<number | string> {
  const last = yield* count(2);
  console.log('last', last);
  yield* ['sync', 'iterable'];
  yield Promise.resolve(5);
  try {
    yield Promise.reject(new Error('yielded rejection')) as unknown as number;
  } catch (error) {
    yield (error as Error).message;
  }
}
const closing = {
  [Symbol.asyncIterator]() {
    let i = 0;
    return {
      async next() { return { value: i++, done: false }; },
      async return() { console.log('closed'); return { value: undefined, done: true }; },
    };
  },
};
async function main(): Promise<void> {
  let g = count(3);
  await Promise.all([show('1', g.next('lost')), show('2', g.next('x')), show('3', g.next()), show('4', g.next()), show('5', g.next())]);
  g = count(3);
  await show('a', g.next());
  await show('b', g.throw(new Error('thrown in')));
  await show('c', g.next());
  await show('d', g.next());
  g = count(3);
  await Promise.all([show('e', g.return('early')), show('f', g.next()), show('g', g.throw(new Error('late')))]);
  g = count(3);
  await Promise.all([show('h', g.next()), show('i', g.return(Promise.resolve('awaited') as unknown as string)), show('j', g.next())]);
  g = count(1);
  await show('k', g.throw(new Error('at the start')));
  for await (const x of outer()) console.log('outer', x);
  for await (const x of closing) {
    if (x === 1) continue;
    if (x === 3) break;
    console.log('closing', x);
  }
  try {
    for await (const x of closing) throw new Error(`body ${x}`);
  } catch (error) {
    console.log((error as Error).message);
  }
  for await (const x of [1, Promise.resolve(2), wait(1).then(() => 3)]) console.log('array', x);
  for await (const c of 'ab') console.log(c);
  for await (const [k, v] of new Map([['k', 1]])) console.log(k, v);
  try {
    for await (const x of 3 as unknown as number[]) console.log(x);
  } catch (error) {
    console.log((error as Error).message);
  }
  try {
    for await (const x of { [Symbol.asyncIterator]: () => ({ next: () => 3 }) } as unknown as number[]) console.log(x);
  } catch (error) {
    console.log((error as Error).message);
  }
  const o = { async *walk(depth: number): AsyncGenerator<number> { if (depth > 0) { yield depth; yield* this.walk(depth - 1); yield depth; } } };
  const seen: number[] = [];
  for await (const x of o.walk(3)) seen.push(x);
  console.log(seen, count(1), count, Object.prototype.toString.call(count(1)));
  g = count(9);
  await g.next();
  console.log(await g[Symbol.asyncIterator]().return('end'));
}
main().then(() => console.log('done'), (e: Error) => console.log('failed', e.message));
