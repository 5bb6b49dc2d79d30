/** Lowering of the systems dialect: text-form goldens per construct, and a diagnostic for every rule of docs/dialect.md. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { CompileError } from '../../src/frontend/diagnostic.ts';
import { lowerDialect } from '../../src/frontend/index.ts';
import type { Module } from '../../src/ir/module.ts';
import { printFunction } from '../../src/ir/print.ts';
import { verify } from '../../src/ir/verify.ts';
import { packageFile } from '../../src/host/package-root.ts';
import { expectGolden } from './golden.ts';

const directory = mkdtempSync(join(packageFile('test/frontend'), 'dialect-'));
afterAll(() => rmSync(directory, { recursive: true }));
let files = 0;

const IMPORTS = `import { addr, addressOf, asRef, bitsOf, callAddress, coreLoad64, coreStore64, cpuid, f64, hlt, i16, i32, i64, i8, inb, load16,
  load32, load64, load8, loadF64, loadRef, loadValue, mulHigh, outb, refOf, stackBuffer, store8, store32, store64, storeRef, storeValue, symbol,
  syscall, text, throwValue, u16, u32, u64, u8, unreachable, valueFromBits, valueOf, type ref, type value } from 'toro:machine';
`;

function lower(source: string): Module {
  const path = join(directory, `case${files++}.ts`);
  writeFileSync(path, IMPORTS + source);
  const [module] = lowerDialect([path], 'linux');
  for (const func of module!.functions.values()) verify(func);
  return module!;
}

function print(module: Module): string {
  const text = [...module.functions.values()].map(printFunction).join('');
  const data = [...module.data.values()].map(({ symbol, section, words, tracked }) => `data @${symbol} ${section} [${words.map((word) => (typeof word === 'object' ? JSON.stringify(word) : word)).join(' ')}] tracked [${tracked.join(' ')}]\n`);
  return (text + data.join('')).replaceAll(module.name, 'm').replaceAll(/ @\d+:\d+/g, '');
}

const CONSTRUCTS: Record<string, string> = {
  integers: `
export function sums(a: u32, b: i32, c: u8): u32 { return u32(a + b - c); }
export function scaled(a: u32): u64 { return u64(a * 24 + 1); }
export function bits(a: u32, b: u32): u32 { return u32(((a & 0xff) | (b << 3)) ^ ~b); }
export function shifts(a: u32, b: i32): i32 { return i32((a >>> 1) + (b >> 2)); }
export function divisions(a: u32, b: u32, c: i32): u32 { return u32(u32(a / b) + u32(a % 10) + u32(i32(c / 3))); }
export function narrow(a: u32): i8 { return i8(a); }
export function widen(a: u8, b: i16): i64 { return i64(u64(a) + u64(i64(b))); }
export function multiply(a: u32, b: u32): u32 { return u32(Math.imul(a, b)); }
`,
  wide: `
export function arithmetic(a: u64, b: i64): u64 { return u64((a << 3n) + (a >> 1n) - u64(b >> 2n) * 5n); }
export function masks(a: u64): boolean { return (a & 7n) === 0n && (a & ~7n) >= 4096n; }
export function division(a: u64, b: u64): u64 { return u64(a / b + a % 10n); }
export function high(a: u64, b: u64): u64 { return mulHigh(a, b); }
export function toNumber(a: u64, b: i64): number { return f64(a) + f64(b); }
`,
  numbers: `
export function mix(x: number, a: u32, b: i32): number { return Math.sqrt(x * 2 + a) / -f64(b); }
export function truncate(x: number): i32 { return i32(x); }
export function order(x: number, y: number): boolean { return x < y || x !== x; }
`,
  memory: `
export function fields(r: ref, i: u32): u32 { return u32(load8(r, 8) + load16(r, i * 2) + load32(addr(64n), 16 + i * 4)); }
export function cells(r: ref, v: value): void { storeRef(r, r, 8); storeValue(r, v, 16); store64(addressOf(r), 1n); }
export function pattern(v: value): boolean { return v === 2n || loadValue(refOf(v), 8) !== valueFromBits(u64(10n)); }
export function buffer(): u64 { const p = stackBuffer(32); store8(p, 300, 1); return load64(p); }
/** @relaxed */
export function relaxed(r: ref): u64 { return load64(r, 8); }
`,
  control: `
export function loop(n: u32): u32 {
  let sum = u32(0);
  for (let i = u32(0); i < n; i++) { if (i === 3) continue; if (i > 100) break; sum = u32(sum + i); }
  return sum;
}
export function nested(n: u32): u32 {
  outer: while (true) { do { if (n === 1) break outer; n = u32(n - 1); if (n === 7) continue outer; } while (n > 10); }
  return n;
}
export function choose(kind: u8): u32 {
  switch (kind) { case 0: return u32(10); case 1: case 2: kind = u8(9); break; default: return u32(30); case 5: }
  return u32(kind);
}
export function conditional(a: u32, b: u32): u32 { return a < b ? a : a === b ? u32(0) : b; }
export function fails(x: boolean): u32 { if (!x) return u32(1); stop(); }
function stop(): never { for (;;) hlt(); }
`,
  variables: `
const LIMIT = 3;
const TABLE = [1n, 2n, 0xffff_ffff_ffff_ffffn];
const SMALL: readonly u32[] = [u32(7), u32(8)];
const OBJECT = { first: 8, second: 16 } as const;
let count = u32(5);
let head: ref = asRef(addr(0n));
let flag = false;
let rate = 1.5;
export function next(i: u32): u64 { count = u32(count + LIMIT); flag = !flag; rate += 2; return u64(TABLE[i] + u64(SMALL[1]) + u64(OBJECT.second)); }
export function push(r: ref): ref { const old = head; head = r; return old; }
export function length(): u32 { return u32(TABLE.length); }
`,
  machine: `
export function ports(): u32 { outb(0x3f8, 65); coreStore64(8, coreLoad64(16)); return u32(inb(0x3fd) + cpuid(1, 0, 2)); }
/** @symbol entry_point */
export function entry(): i64 { const message = text('hello'); return syscall(1, 1n, u64(addressOf(message)), 5n, 0n, 0n, 0n); }
export function raise(v: value): never { throwValue(v); }
export function indirect(): u64 { return callAddress(symbol('other'), 1n); }
/** @alloc */
function collect(): void {}
export function allocates(r: ref): ref { collect(); return r; }
`,
};

describe('constructs', () => {
  for (const [name, source] of Object.entries(CONSTRUCTS)) test(name, () => expectGolden(`dialect-${name}.ir`, print(lower(source))));
});

const REFUSED: [rule: string, source: string, message: RegExp][] = [
  ['unconverted variable', 'export function f(a: u32): void { const b = a + 1; }', /unconverted intermediate/],
  ['unconverted argument', 'export function f(a: u32): u32 { return a + 1; }', /unconverted intermediate/],
  ['unconverted comparison', 'export function f(a: u32): boolean { return a + 1 > 2; }', /operand of '>' is an unconverted intermediate/],
  ['unconverted dividend', 'export function f(a: u32): u32 { return u32((a + 1) % 3); }', /operand of '%'/],
  ['unconverted shift', 'export function f(a: u64): u64 { return u64((a + 1n) >> 3n); }', /operand of '>>'/],
  ['inexact product', 'export function f(a: u32, b: u32): u32 { return u32(a * b); }', /53 bits of a double/],
  ['compound assignment', 'export function f(a: u32): void { a += 1; }', /unconverted intermediate/],
  ['step of a narrow type', 'export function f(a: u8): void { a++; }', /may leave the range of u8/],
  ['fraction to number', 'export function f(a: u32, b: u32): number { return f64(a / b); }', /fraction in node/],
  ['mixed division', 'export function f(a: u32, b: i32): u32 { return u32(a % b); }', /signed and an unsigned operand/],
  ['mixed 64-bit comparison', 'export function f(a: u64, b: i64): boolean { return a < b; }', /differ in sign/],
  ['loose equality', 'export function f(a: u32): boolean { return a == 1; }', /operator '=='/],
  ['wrong type', 'export function f(a: u32): u64 { return a; }', /u32 is not assignable to u64/],
  ['closure', 'export function f(): void { const g = () => 1; }', /A closure is not in the systems dialect/],
  ['class', 'class A {}', /A class cannot stand at the top level/],
  ['object', 'export function f(): void { const o = { a: 1 }; }', /An object is not/],
  ['string', "export function f(): void { const s = 'x'; }", /A string is not/],
  ['exception handling', 'export function f(): void { try { f(); } finally { } }', /Exception handling is not/],
  ['missing return', 'export function f(a: boolean): u32 { if (a) return u32(1); }', /reachable without a return/],
  ['untyped parameter', 'export function f(a): void {}', /needs a machine type/],
  ['assignment to a constant', 'const A = 1; export function f(): void { A = 2; }', /cannot be assigned/],
  ['variable without a constant', 'let a = u32(f()); export function f(): u32 { return a; }', /no constant initialiser/],
  ['shift count', 'export function f(a: u64): u64 { return u64(a << 64n); }', /between 0 and 63/],
  ['unknown import', "import { x } from 'node:fs'; export function f(): void {}", /cannot import 'node:fs'/],
  ['noalloc', '/** @alloc */\nfunction a(): void {}\nfunction b(): void { a(); }\n/** @noalloc */\nexport function f(): void { b(); }', /'f' is @noalloc but may allocate: f → b → a/],
  ['address across a safepoint', '/** @alloc */\nfunction a(): void {}\nexport function f(r: ref): u64 { const p = addr(addressOf(r) + 8n); a(); return load64(p); }', /the cell may have moved/],
];

describe('diagnostics', () => {
  for (const [rule, source, message] of REFUSED) {
    test(rule, () => {
      let error: unknown;
      try {
        lower(source);
      } catch (caught) {
        error = caught;
      }
      expect(error).toBeInstanceOf(CompileError);
      const [diagnostic] = (error as CompileError).diagnostics;
      expect(diagnostic!.message).toMatch(message);
      expect(diagnostic!.code).toBe('TORO3001');
      expect(diagnostic!.line).toBeGreaterThan(3);
    });
  }
});

test('all of the runtime, the kernel and the Linux platform pass the verifier', { timeout: 60_000 }, () => {
  for (const [folder, target] of [['src/runtime', 'linux'], ['src/platform-linux', 'linux'], ['src/kernel', 'toro']] as const) {
    const sources = readdirSync(packageFile(folder)).filter((name) => name.endsWith('.ts'));
    const modules = lowerDialect(sources.map((name) => packageFile(`${folder}/${name}`)), target);
    for (const module of modules) for (const func of module.functions.values()) verify(func);
  }
});
