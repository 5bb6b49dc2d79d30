// Exceptions through 1 to 10,000 frames, with handlers, finally blocks and live values on the way.
let finals = 0;

function through(frames: number, marker: string): number {
  if (frames === 0) throw new RangeError(marker);
  return through(frames - 1, marker) + 1;
}

function withFinally(frames: number): number {
  if (frames === 0) throw new Error('bottom');
  try {
    return withFinally(frames - 1) + 1;
  } finally {
    finals++;
  }
}

/** Each level adds to a list and rethrows; values of several kinds live across the call. */
function collecting(frames: number, seen: number[]): string {
  const name = `level ${frames}`;
  const half = frames / 2;
  try {
    if (frames === 0) throw seen;
    return collecting(frames - 1, seen) + name;
  } catch (e) {
    (e as number[]).push(half);
    if (frames % 100 === 0 && frames > 0) return `${name} caught ${(e as number[]).length}`;
    throw e;
  }
}

for (const frames of [1, 2, 3, 5, 10, 30, 100, 300, 1000, 3000]) {
  try {
    console.log(through(frames, `after ${frames}`));
  } catch (e) {
    console.log((e as Error).message, e instanceof RangeError);
  }
  finals = 0;
  try {
    withFinally(frames);
  } catch (e) {
    console.log((e as Error).message, finals);
  }
  try {
    const seen: number[] = [];
    console.log(collecting(Math.min(frames, 99), seen), seen.length);
  } catch (e) {
    const list = e as number[];
    console.log('out', list.length, list.reduce((sum, x) => sum + x, 0));
  }
}
try {
  through(7000, 'far');
} catch (e) {
  console.log((e as Error).message);
}
