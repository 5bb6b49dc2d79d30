function risky(n: number): number {
  if (n > 2) throw new Error('too big: ' + n);
  return n;
}
for (const n of [1, 5]) {
  try {
    console.log(risky(n));
  } catch (error) {
    console.log(error instanceof Error, (error as Error).message, (error as Error).name, String(error));
  }
}
for (const thrown of ['string', 42, null, undefined, { code: 5 }, [1]] as unknown[]) {
  try {
    throw thrown;
  } catch (e) {
    console.log(e, e === thrown);
  }
}
try {
  throw 1;
} catch {
  console.log('no binding');
}
