/** What `toroc inspect` shows, and what the compiler promises about representations, seen through it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspect, type InspectOptions } from '../../src/driver.ts';
import { packageFile } from '../../src/host/package-root.ts';

const directory = mkdtempSync(join(tmpdir(), 'toroc-inspect-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function source(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

const view = (entry: string, options: Omit<InspectOptions, 'entry'>): Promise<string> => inspect({ entry, target: 'linux', ...options });

const small = source('small.ts', `
class Point { x: number; y: number | string = 1.5; constructor(x: number) { this.x = x; } }
function area(p: Point): number { return p.x * 2; }
let last: Point | null = null;
export function remember(p: Point): void { last = p; p.y = 'far'; }
const p = new Point(process.argv.length);
remember(p);
console.log(area(p), last, p.y);
`);

describe('stages', () => {
  test('ast: kinds, positions and the text of leaves', async () => {
    expect(await view(small, { stage: 'ast', function: 'area' })).toBe(`FunctionDeclaration 3:1
  Identifier 3:10 area
  Parameter 3:15
    Identifier 3:15 p
    TypeReference 3:18
      Identifier 3:18 Point
  NumberKeyword 3:26 number
  Block 3:33
    ReturnStatement 3:35
      BinaryExpression 3:42
        PropertyAccessExpression 3:42
          Identifier 3:42 p
          Identifier 3:44 x
        AsteriskToken 3:46 *
        NumericLiteral 3:48 2
`);
  });

  test('ir: typed after the last pass, JS-level after lowering', async () => {
    expect(await view(small, { stage: 'ir', after: 'lower', function: 'area' })).toMatch(/^function @small#area level=js [^]*js\.get %3 \{"name":"x"[^]*js\.binary/);
    const typed = await view(small, { stage: 'ir', after: 'specialise', function: 'area' });
    expect(typed).toMatch(/^function @small#area level=typed result=/);
    expect(typed).not.toContain('js.');
  });

  test('flow: values, variables and fields with their representations', async () => {
    const text = await view(small, { stage: 'flow' });
    expect(text).toMatch(/^function small#area\n/m);
    expect(text).toMatch(/^ {2}small#last +value +null \| Point#\d+$/m);
    expect(text).toMatch(/^ {4}\.y at \d+ +value +number \[1\.5, 1\.5\] \| string$/m);
  });

  test('flow --why: the places that a kind of value came through', async () => {
    const text = await view(small, { stage: 'flow', why: '.y' });
    expect(text).toMatch(/Point#\d+\.y: value, number \[1\.5, 1\.5\] \| string/);
    expect(text).toMatch(/ {2}string\n {4}\S*small\.ts:5:\d+ js\.set/);
  });

  test('asm and frames: one function', async () => {
    expect(await view(small, { stage: 'asm', function: 'formatError' })).toMatch(/^(?:sub|push|mov|cmp) /m);
    expect(await view(small, { stage: 'frames', function: 'formatError' })).toMatch(/^src~std~inspect\$2d\$error#formatError: frame \d+ bytes\n {2}\.c0 {2}\d+:\d+/);
  });

  test('sizes: bytes per section and per symbol, tables beside the code, and the chain that keeps one', async () => {
    expect(await view(small, { stage: 'sizes' })).toMatch(/^\.text +\d+ {2}src\/std\/inspect-error#formatError$/m);
    for (const stage of ['sizes', 'frames'] as const) {
      expect(await view(small, { stage })).toMatch(/^\.frametable +\d+ {2}\d+\.\d % of the code, for collector and unwinder\n\.positions +\d+ {2}\d+\.\d % of the code, source positions$/m);
    }
    const chain = (await view(small, { stage: 'sizes', why: 'formatError' })).trimEnd().split('\n').map((line) => line.trim());
    expect(chain[0]).toBe('linuxMain');
    expect(chain.at(-1)).toBe('src/std/inspect-error#formatError');
  });
});

describe('what does not exist is one diagnostic with what does', () => {
  test.each<[string, Omit<InspectOptions, 'entry'>, RegExp]>([
    ['function', { stage: 'ir', function: 'volume' }, /No function 'volume' at stage 'ir'/],
    ['pass', { stage: 'ir', after: 'magic' }, /No pass 'magic' at this optimisation level/],
    ['variable', { stage: 'flow', why: 'first' }, /No module variable, field or array is called 'first'/],
    ['symbol', { stage: 'sizes', why: 'nowhere' }, /The image has no symbol 'nowhere'/],
    ['option', { stage: 'asm', why: 'last' }, /The option '--why' is for the stages flow, sizes only/],
  ])('%s', async (_what, options, message) => {
    await expect(view(small, options)).rejects.toMatchObject({ diagnostics: [{ severity: 'error', message: expect.stringMatching(message) }] });
  });

  test('hints list passes and functions', async () => {
    await expect(view(small, { stage: 'ir', after: 'magic' })).rejects.toMatchObject({ diagnostics: [{ hint: expect.stringMatching(/lower, specialise, simplify-cfg.*inline.*free-quieting/) }] });
    await expect(view(small, { stage: 'ir', after: 'lower', function: 'volume' })).rejects.toMatchObject({ diagnostics: [{ hint: expect.stringMatching(/small#area/) }] });
  });
});

describe('arrays of numbers stay raw', () => {
  const program = source('contexts.ts', `
class Stack<T> {
  private items: T[] = [];
  push(x: T): void { this.items.push(x); }
  pop(): T | undefined { return this.items.pop(); }
}
const a: number[] = [];
const b: number[] = [3.5, 1, 2];
const s: string[] = ['x', 'y'];
for (let i = 0; i < 10; i++) a.push(i * 1.5);
const a2 = a.map((x) => x * 2);
const b2 = b.map((x) => x + 1);
const s2 = s.map((x) => x + '!');
a.sort((x, y) => x - y);
b.sort((x, y) => y - x);
s.sort((x, y) => (x < y ? 1 : -1));
const byName = new Map<string, number>();
const byNumber = new Map<number, string>();
byName.set('a', a2[0]!);
byNumber.set(1, 'x');
const numbers = new Stack<number>();
const strings = new Stack<string>();
numbers.push(1.5);
strings.push('q');
console.log(a2, b2, s2, byName.get('a'), byNumber.get(1), numbers.pop(), strings.pop());
`);
  let text = '';
  beforeAll(async () => {
    text = await view(program, { stage: 'flow' });
  });
  /** Element representations of the arrays made at a place, by context. */
  const elements = (place: string): string[] =>
    [...text.matchAll(new RegExp(`^  array ${place}(?:<(.*)>)?#\\d+: (\\w+) elements`, 'gm'))].map(([, context, rep]) => `${context ?? ''} ${rep}`.trim());

  test('literals', () => {
    expect(elements('\\S*contexts.ts:7:21')).toEqual(['f64u']);
    expect(elements('\\S*contexts.ts:8:21')).toEqual(['f64u']);
    expect(elements('\\S*contexts.ts:9:21')).toEqual(['value']);
  });

  test('results of map', () => {
    const made = elements('src/std/array-iteration.ts:\\d+:\\d+').filter((line) => /\bfn\d+/.test(line)).map((line) => line.split(' ').at(-1));
    expect(made.sort()).toEqual(['f64u', 'f64u', 'value']);
  });

  test("sort's copies", () => {
    const copies = elements('src/std/(?:array-sort|tim-sort).ts:\\d+:\\d+');
    for (const copy of copies.filter((line) => line.startsWith('number'))) expect(copy).toMatch(/ f64u$/);
    expect(copies.some((line) => line.startsWith('number'))).toBe(true);
    expect(copies.some((line) => line.startsWith('string') && line.endsWith(' value'))).toBe(true);
  });

  test("Map's values and keys", () => {
    const tables = elements('src/std/hash-table.ts:\\d+:\\d+');
    expect(tables.filter((line) => line.startsWith('string, number')).sort()).toEqual(['string, number f64u', 'string, number value']);
    expect(tables.filter((line) => line.startsWith('number, string')).sort()).toEqual(['number, string f64u', 'number, string value']);
  });

  test("a user's Stack<T>", () => {
    expect(elements('\\S*contexts.ts:3:24')).toEqual(['number f64u', 'string value']);
  });
});

test('the inner loops of n-body box nothing', async () => {
  const text = await view(packageFile('apps/bench/nbody.ts'), { stage: 'ir' });
  const loops = text.split(/^(?=function )/m).filter((func) => /f64\.sqrt/.test(func));
  expect(loops.length).toBeGreaterThan(0);
  for (const func of loops) expect(blocksInLoops(func).filter((line) => /\b(?:box|unbox)\./.test(line))).toEqual([]);
});

/** Lines of the blocks of a function's text that lie on a cycle. */
function blocksInLoops(func: string): string[] {
  const blocks = new Map([...func.matchAll(/^(b\d+)(?:\(.*\))?(?: handler)?:\n((?: {2}.*\n)*)/gm)].map(([, name, body]) => [name!, body!]));
  const targets = (name: string): string[] => [...(blocks.get(name)!.trimEnd().split('\n').at(-1)!).matchAll(/\b(b\d+)\(/g)].map(([, target]) => target!);
  const reaches = (from: string, to: string): boolean => {
    const seen = new Set<string>();
    const work = targets(from);
    for (let at = work.pop(); at; at = work.pop()) {
      if (at === to) return true;
      if (seen.has(at)) continue;
      seen.add(at);
      work.push(...targets(at));
    }
    return false;
  };
  return [...blocks].filter(([name]) => reaches(name, name)).flatMap(([, body]) => body.split('\n'));
}
