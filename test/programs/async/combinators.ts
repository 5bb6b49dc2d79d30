// all, allSettled, any, race with every mixture of outcomes, and what they do with iterables.
const late = <T>(ms: number, value: T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(value), ms));
const fails = (ms: number, text: string): Promise<never> => new Promise((_resolve, reject) => setTimeout(() => reject(new Error(text)), ms));
const text = (e: unknown): string => String(e);

async function main(): Promise<void> {
  console.log(await Promise.all([1, late(20, 'b'), late(1, true)]));
  console.log(await Promise.all([]), await Promise.allSettled([]));
  console.log(await Promise.all([late(10, 1), fails(1, 'first'), fails(100, 'second')]).catch(text));
  console.log(await Promise.allSettled([late(10, 1), Promise.reject('text'), 3]));
  console.log(await Promise.any([fails(1, 'x'), late(100, 'any')]));
  console.log(await Promise.race([late(1, 'quick'), late(200, 'slow'), fails(300, 'never seen')]));
  console.log(await Promise.race([fails(1, 'quick failure'), late(100, 'slow')]).catch(text));
  try {
    await Promise.any([Promise.reject(new Error('one')), Promise.reject(2)]);
  } catch (error) {
    const aggregate = error as AggregateError;
    console.log(aggregate.name, aggregate.message, aggregate.errors.map(String), aggregate instanceof AggregateError, aggregate instanceof Error);
  }
  console.log(await Promise.any([]).catch((e: AggregateError) => `${e.name} ${e.errors.length}`));
  function* values(): Generator<Promise<number>> {
    yield late(1, 1);
    yield Promise.resolve(2);
  }
  console.log(await Promise.all(values()), await Promise.all(new Set([7, 8])));
  function* broken(): Generator<number> {
    yield 1;
    throw new RangeError('iterator');
  }
  console.log(await Promise.all(broken()).catch(text), await Promise.race(broken()).catch(text));
  console.log(await Promise.all('ab'));
}
main().then(() => console.log('done'), (e) => console.log('failed', e));
