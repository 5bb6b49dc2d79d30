/** Lowering of ordinary TypeScript: text-form goldens per construct, and a diagnostic for each construct that is refused. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { lowerProgram, type ProgramResult } from '../../src/frontend/index.ts';
import { packageFile } from '../../src/host/package-root.ts';
import { printFunction } from '../../src/ir/print.ts';
import { verify } from '../../src/ir/verify.ts';
import { expectGolden } from './golden.ts';

const directory = mkdtempSync(join(packageFile('test/frontend'), 'lowering-'));
afterAll(() => rmSync(directory, { recursive: true }));
let cases = 0;

/** Lowers a program of several files; the first one is the entry. */
function lower(files: Record<string, string>): ProgramResult {
  const folder = join(directory, `case${cases++}`);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const result = lowerProgram(join(folder, Object.keys(files)[0]!));
  for (const module of result.modules) for (const func of module.functions.values()) verify(func);
  return result;
}

function print({ modules, diagnostics }: ProgramResult): string {
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  const text = modules.flatMap((module) => [
    `module ${module.name} imports [${module.imports.join(' ')}] exports ${JSON.stringify([...module.exports])}\n`,
    ...[...module.globals.values()].map((info) => `global ${JSON.stringify(info)}\n`),
    ...[...module.classes.values()].map((info) => `class ${JSON.stringify(info)}\n`),
    ...[...module.functions.values()].map(printFunction),
  ]).join('');
  return text.replaceAll(/file="[^"]*"/g, 'file=""').replaceAll(/"file":"[^"]*"/g, '"file":""').replaceAll(/ @\d+:\d+(?= \(|$)/gm, '');
}

const CONSTRUCTS: Record<string, string> = {
  'short-circuit': 'export function f(a: any, b: any): any { const c = a && b; const d = a || b; a ??= d; return c ? a : (typeof b === "string" && b.length > 2); }',
  'optional-chain': 'export function f(a: any): any { return a?.b.c(1)?.[a.k]?.(2) ?? a!.d?.e; }',
  narrowing: 'class A { x = 1 }\nexport function f(v: unknown): unknown { if (v === undefined || v === null) return 1; if (typeof v === "number") return v + 1; if (Array.isArray(v)) return v.length; return v instanceof A ? v.x : 0; }',
  loops: 'export function f(n: number): number { let s = 0; outer: for (let i = 0; i < n; i++) { for (;;) { if (s > 9) continue outer; if (i > 5) break outer; s++; break; } } do { s--; } while (s > 3); return s; }',
  'closures-in-loops': 'export function f(): (() => number)[] { const all: (() => number)[] = []; for (let i = 0; i < 3; i++) all.push(() => i); for (const k of [1, 2]) all.push(() => k); return all; }',
  captures: 'export function f(n: number): () => number { const k = n * 2; let sum = 0; const add = (x: number) => { sum += x; }; function twice(): number { add(k); return fact(k) + sum; } const fact = (m: number): number => m < 2 ? 1 : m * fact(m - 1); return twice; }',
  tdz: 'export function f(c: boolean): number { const g = () => late; if (c) g(); const late = 1; return late + g(); }\nexport const h = () => later;\nconst later = 2;',
  'try-catch': 'export function f(g: () => number): number { let x = 1; try { x = 2; x = g(); if (x > 3) throw new Error("e"); } catch (e) { return x; } return x + 1; }',
  finally: 'export function f(g: () => number): number { for (const v of [1, 2]) { try { if (v > g()) continue; if (v === 2) break; return v; } finally { g(); } } return 0; }',
  switch: 'export function f(k: string): number { let n = 0; switch (k) { case "a": n = 1; case "b": n += 2; break; default: n = 9; case "c": n++; } return n; }',
  destructuring: 'export function f({ a, b: { c = 1 } = { c: 2 }, ...rest }: any, [x, , y = a, ...others]: any[]): any { [a, c] = [c, a]; ({ d: rest.e } = x); return [rest, y, others]; }',
  'parameters-and-spread': 'export function f(a: number, b = a + 1, ...rest: number[]): number[] { return [a, ...rest, b]; }\nexport const g = (xs: number[]): number[] => f(...(xs as [number]));\nexport const h = (o: any): any => ({ a: 1, ...o, ["k" + 1]: 2, get v() { return 3; } });',
  classes: `class Base { x = 1; #p = 2; static made = 0; constructor(readonly name: string, protected y?: number) { Base.made++; } get p() { return this.#p; } has(o: object): boolean { return #p in o; } static create() { return new this('s'); } static { Base.made = 5; } }
class Derived extends Base { z = () => this.x; constructor() { super('d', 2); this.y = super.p; } override has(o: object) { return super.has(o); } }
export const d = new Derived();`,
  'class-expression': 'export function f(k: number): any { return class Named { static self = Named; m(): number { return k; } make(): any { return new Named(); } }; }',
  enums: 'enum E { A, B = 5, C = B * 2, S = "s" }\nconst enum K { X = 1 << 3 }\nexport const v = [E.A, E.C, K.X, E[5], E.S];',
  'for-in': 'export function f(o: any): string { let s = ""; for (const k in o) { delete o.x; s += k; } return s; }',
  templates: 'export const f = (a: any): string => `x${a}y${1 + 2}`;',
  unreachable: 'export function f(n: number): number { return n; for (let i = 0; i < n; i++) n += i; while (n > 1) { if (n === 3) break; n--; } return n; }',
  'type-keys': `class Stack<T> { items: T[] = []; push(x: T): void { this.items.push(x); } }
export function pair<A, B>(a: A, b: B): [A, B] { const list: A[] = [a]; return [list[0], b]; }
export const s = new Stack<number>(); export const p = pair(1, 'x'); export const o: { a: number; b: string[] } = { a: 1, b: [] };`,
};

describe('constructs', () => {
  for (const [name, source] of Object.entries(CONSTRUCTS)) test(name, () => expectGolden(`lowering-${name}.ir`, print(lower({ 'main.ts': source }))));

  test('modules', () => {
    const files = {
      'main.ts': "import start, { count, type Shape } from './lib/a.js';\nimport * as b from './lib/b.js';\nimport { twice as two } from './lib/index.js';\nconst s: Shape = { n: two(count) };\nb.bump(); start(s.n);",
      'lib/a.ts': "import { bump } from './b.js';\nexport interface Shape { n: number }\nexport let count = 1;\nexport default function start(n: number): void { count = n; bump(); }",
      'lib/b.ts': "import { count } from './a.js';\nexport const seen: number[] = [];\nexport function bump(): void { seen.push(count); }",
      'lib/index.ts': "export * from './a.js';\nexport { double as twice } from './c.js';",
      'lib/c.ts': 'export const double = (n: number): number => n * 2;',
    };
    expectGolden('lowering-modules.ir', print(lower(files)));
  });
});

const REFUSED: [construct: string, source: string, message: RegExp][] = [
  ['regular expression', 'const r = /x/;', /A regular expression is not supported/],
  ['BigInt', 'const b = 1n;', /A BigInt is not supported/],
  ['namespace', 'namespace N { export const a = 1; }', /A namespace is not supported/],
  ['dynamic import', "const m = import('./main.js'); export { m };", /A dynamic import is not supported/],
  ['module namespace as a value', "import * as self from './main.js';\nexport const k = Object.keys(self);", /A module namespace as a value is not supported/],
  ['accessor keyword', 'class A { accessor x = 1; }', /The accessor keyword is not supported/],
  ['computed member', 'declare const k: unique symbol; class A { [k]() {} }', /A class member with a computed name is not supported/],
  ['object super', 'const o = { m() { return super.toString(); } };', /super outside of a class is not supported/],
  ['constructor result', 'class A { constructor() { return {}; } }', /A value returned from a constructor is not supported/],
  ['unknown global', 'declare const something: any;\nconsole.log(something);', /'something' is not supported/],
  ['library member', 'const w = new WeakRef({});', /'WeakRef' is not supported/],
  ['export =', 'export = 1;', /./],
  ['type error', 'const n: number = "x";', /Type 'string' is not assignable to type 'number'/],
];

describe('diagnostics', () => {
  for (const [construct, source, message] of REFUSED) {
    test(construct, () => {
      const { diagnostics, modules } = lower({ 'main.ts': source });
      expect(modules).toEqual([]);
      expect(diagnostics[0]!.message).toMatch(message);
      expect(diagnostics[0]!.line).toBeGreaterThan(0);
    });
  }

  test('several functions are reported together', () => {
    const { diagnostics } = lower({ 'main.ts': 'function f() { return 1n; }\nfunction g() { return /x/; }' });
    expect(diagnostics.map(({ line }) => line)).toEqual([1, 2]);
  });
});
