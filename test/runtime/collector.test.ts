import { beforeEach, expect, test, vi } from 'vitest';
import { KIND_ELEMENTS_VALUE, KIND_OBJECT } from '../../src/layout/cell.ts';
import { boxNumber } from '../../src/layout/boxing.ts';
import { type FunctionSpec, writeFrameTable } from './frame-table-image.ts';
import { Image, STACK_BASE } from './image.ts';

type Heap = typeof import('../../src/runtime/heap.ts');

/** One frame with eight slots, all live: the mutator's roots. */
const ROOTS = 8;
const RETURN_SITE = 0x2000_0010n;
const CODE: FunctionSpec[] = [
  { start: 0x2000_0000, sizeWords: ROOTS, sites: [{ offset: 0x10, live: [...Array(ROOTS).keys()] }] },
];

let image: Image;
let heap: Heap;
let pair: bigint;
let rawPair: bigint;
let elements: bigint;

/** Fresh module state for each test: the heap's variables are the runtime's. */
beforeEach(async () => {
  vi.resetModules();
  await prepare(1 << 22);
});

async function prepare(memoryBytes: number): Promise<void> {
  const images = await import('./image.ts');
  image = new images.Image(memoryBytes);
  heap = await import('../../src/runtime/heap.ts');
  writeFrameTable(image, CODE);
  pair = image.shape({ kind: KIND_OBJECT, sizeWords: 3, pointerBitmap: 0b110 });
  rawPair = image.shape({ kind: KIND_OBJECT, sizeWords: 3, pointerBitmap: 0b100 });
  elements = image.machine.symbols.get('shape_elements_value')!;
  image.machine.symbols.set('collect_from_here', 0x2100_0000n);
  image.machine.functions.set(0x2100_0000n, (bytes) =>
    heap.collectFromStack(bytes as never, RETURN_SITE as never, BigInt(STACK_BASE) as never),
  );
  for (let i = 0; i <= ROOTS; i++) image.set64(root(i), 0n);
}

const root = (index: number): bigint => BigInt(STACK_BASE + 8 * index);
const allocate = (bytes: number, shape: bigint): bigint => heap.allocate(BigInt(bytes) as never, shape as never);

function cons(shape: bigint, first: bigint, second: bigint): bigint {
  image.set64(root(6), first);
  image.set64(root(7), second);
  const cell = allocate(24, shape);
  image.set64(cell + 8n, image.get64(root(6)));
  image.set64(cell + 16n, image.get64(root(7)));
  return cell;
}

test('a list survives many collections, at other addresses, and garbage does not', () => {
  const addresses = new Set<bigint>();
  for (let i = 0; i < 1000; i++) {
    image.set64(root(0), cons(pair, boxNumber(i), image.get64(root(0))));
    for (let j = 0; j < 100; j++) cons(pair, boxNumber(j), 2n);
    addresses.add(image.get64(root(0)));
  }
  let at = image.get64(root(0));
  for (let i = 999; i >= 0; i--) {
    expect(image.get64(at + 8n)).toBe(boxNumber(i));
    at = image.get64(at + 16n);
  }
  expect(at).toBe(0n);
  expect(Number(heap.heapUsedBytes())).toBeLessThanOrEqual(0x4_0000 + 0x1000);
});

test('sharing and cycles are kept; raw words that look like pointers are not followed', () => {
  image.chaos = true;
  const a = cons(rawPair, 0n, 0n);
  image.set64(root(0), a);
  image.set64(a + 8n, a);
  image.set64(a + 16n, a);
  image.set64(root(1), a);
  cons(pair, 0n, 0n);
  const moved = image.get64(root(0));
  expect(moved).not.toBe(a);
  expect(image.get64(root(1))).toBe(moved);
  expect(image.get64(moved + 16n)).toBe(moved);
  expect(image.get64(moved + 8n)).toBe(a);
});

test('element arrays are traced to their capacity, and long maps word by word', () => {
  image.chaos = true;
  image.set64(root(1), cons(pair, boxNumber(7), 2n));
  const array = allocate(16 + 40 * 8, elements);
  image.set64(array + 8n, 40n);
  for (let i = 0; i < 40; i++) image.set64(array + BigInt(16 + 8 * i), i % 3 === 0 ? image.get64(root(1)) : boxNumber(i / 2));
  image.set64(root(0), array);
  const map = image.allocate(8);
  image.set32(map, 0b10);
  image.set32(map + 4n, 0b1000);
  const wide = image.shape({ kind: KIND_OBJECT, sizeWords: 40, flags: 1, pointerBitmap: Number(map) });
  image.set64(root(2), allocate(320, wide));
  for (let i = 1; i < 40; i++) image.set64(image.get64(root(2)) + BigInt(8 * i), image.get64(root(1)));
  const stale = image.get64(root(1));
  cons(pair, 2n, 2n);
  const target = image.get64(root(1));
  expect(target).not.toBe(stale);
  expect(image.kind(image.get64(root(0)))).toBe(KIND_ELEMENTS_VALUE);
  for (let i = 0; i < 40; i++) {
    expect(image.get64(image.get64(root(0)) + BigInt(16 + 8 * i))).toBe(i % 3 === 0 ? target : boxNumber(i / 2));
    if (i > 0) expect(image.get64(image.get64(root(2)) + BigInt(8 * i))).toBe(i === 1 || i === 35 ? target : stale);
  }
});

test('mutable roots are followed and updated, static cells stay', () => {
  image.chaos = true;
  const words = image.allocateMutable(16);
  const roots = image.allocate(16);
  image.set32(roots, 1);
  image.set32(roots + 8n, words);
  image.set32(roots + 12n, 2);
  image.machine.symbols.set('mutable_roots', roots);
  const text = image.string('static');
  image.set64(words, cons(pair, boxNumber(1), text));
  image.set64(words + 8n, text);
  cons(pair, 2n, 2n);
  cons(pair, 2n, 2n);
  expect(image.get64(words + 8n)).toBe(text);
  expect(image.get64(image.get64(words) + 16n)).toBe(text);
});

test('the heap grows with what lives, gives memory back, and ends with node\'s words and 134', () => {
  const grow = (): void => {
    for (;;) image.set64(root(0), cons(pair, boxNumber(1), image.get64(root(0))));
  };
  expect(grow).toThrow('exit 134');
  expect(image.written[0]!.fileDescriptor).toBe(2);
  expect(image.written[0]!.text).toContain('JavaScript heap out of memory');
  expect(Number(heap.heapUsedBytes())).toBeGreaterThan(1 << 19);
  expect(image.taken.size).toBeLessThanOrEqual(2);
});

test('what lives in a third of the memory never runs out of it', async () => {
  for (const kilobytes of [900, 1500]) {
    vi.resetModules();
    await prepare(kilobytes << 10);
    const livePairs = Math.floor((kilobytes << 10) / 3 / 24);
    for (let i = 0; i < livePairs; i++) image.set64(root(0), cons(pair, boxNumber(i), image.get64(root(0))));
    for (let i = 0; i < livePairs >> 1; i++) cons(pair, boxNumber(i), 2n);
    let length = 0;
    for (let at = image.get64(root(0)); at !== 0n; at = image.get64(at + 16n)) length++;
    expect(length).toBe(livePairs);
  }
});

test('one cell larger than the space makes a space for it', () => {
  const big = allocate(1 << 20, image.machine.symbols.get('shape_bytes')!);
  image.set64(big + 8n, (1n << 20n) - 16n);
  image.set64(root(0), big);
  allocate(24, pair);
  expect(image.get64(image.get64(root(0)) + 8n)).toBe((1n << 20n) - 16n);
});
