// Recursion without end is a RangeError that can be caught, on the main stack as deep as node at least, again and again.
// args: all
// chaos-args: without-allocations
let depth = 0;
function down(): number {
  depth++;
  return down() + 1;
}
for (let i = 0; i < 3; i++) {
  depth = 0;
  try {
    down();
  } catch (e) {
    console.log(e instanceof RangeError, (e as Error).message, depth > 8000);
  }
}

class Link {
  next: Link | null = null;
  get length(): number {
    return 1 + (this.next ? this.next.length : 0);
  }
}
const ring = new Link();
ring.next = ring;
try {
  console.log(ring.length);
} catch (e) {
  console.log((e as Error).message);
}

// Each level allocates: where each allocation collects, that would walk the whole stack each time.
if (process.argv[2] === 'all') {
  const again = (x: number): number => [x].map((y) => again(y))[0]!;
  try {
    again(1);
  } catch (e) {
    console.log((e as Error).name);
  }
  try {
    JSON.stringify({ toJSON(): string { return JSON.stringify(this); } });
  } catch (e) {
    console.log((e as Error).name);
  }
  let nested: unknown[] = [];
  for (let i = 0; i < 200_000; i++) nested = [nested];
  try {
    JSON.stringify(nested);
    console.log('written');
  } catch (e) {
    console.log((e as Error).name);
  }
}
console.log('goes on');
