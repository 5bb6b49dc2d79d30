import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KIND_FUNCTION } from '../../src/layout/cell.ts';
import { BYTES_LENGTH } from '../../src/layout/array.ts';
import { core } from '../../src/layout/core.ts';
import { FRAME_RECORD_BYTES, FRAME_RECORD_SITE_COUNT, FRAME_RECORD_UNSHOWN, FRAME_TABLE_RECORDS } from '../../src/layout/frame-table.ts';
import { SCOPE_BYTES } from '../../src/layout/positions.ts';
import { findHandler, uncaughtException } from '../../src/runtime/unwind.ts';
import { captureTrace, TRACE_SITES } from '../../src/runtime/capture.ts';
import { formatTrace } from '../../src/runtime/trace.ts';
import { type FunctionSpec, writeFrameTable } from './frame-table-image.ts';
import { STACK_BASE } from './image.ts';
import { box } from './mutator.ts';
import { numberImage } from './number-image.ts';

/** main calls g calls f; only main has a handler, at its second site. */
const CODE: FunctionSpec[] = [
  { start: 0x20_0000, sizeWords: 2, sites: [{ offset: 0x10, live: [] }, { offset: 0x40, live: [1], handler: 0x20_0080 }] },
  { start: 0x20_0100, sizeWords: 4, sites: [{ offset: 0x08, live: [] }, { offset: 0x30, live: [] }] },
  { start: 0x20_0200, sizeWords: 1, sites: [{ offset: 0x20, live: [0] }] },
];

const TEN = 10 as never;
/** Below lies the return address of the innermost frame's site. */
const STACK_BOTTOM = STACK_BASE + 8;

const image = numberImage();
writeFrameTable(image, CODE);

/** Lays out the frames of a call chain, innermost first, by their return addresses; ends the stack. */
function stack(...returnAddresses: number[]): { site: never; frame: never } {
  let at = BigInt(STACK_BOTTOM);
  const first = at;
  for (let i = 0; i < returnAddresses.length; i++) {
    const spec = CODE.findLast(({ start }) => start < returnAddresses[i]!)!;
    at += BigInt(8 * spec.sizeWords);
    image.set64(at, BigInt(returnAddresses[i + 1] ?? 0));
    at += 8n;
  }
  image.set64(first - 8n, BigInt(returnAddresses[0]!));
  image.machine.callSite = first - 8n;
  return { site: BigInt(returnAddresses[0]!) as never, frame: first as never };
}

test('the nearest handler up the stack is found, with its frame', () => {
  for (let round = 0; round < 2; round++) {
    const { site, frame } = stack(0x20_0220, 0x20_0130, 0x20_0040);
    expect(findHandler(site, frame)).toBe(0x20_0080n);
    expect(image.machine.core.getBigUint64(core.unwindStackPointer, true)).toBe(BigInt(STACK_BOTTOM + 16 + 40));
  }
});

test('a stack without a handler gives 0, and the uncaught hook and exit code 1', () => {
  const { site, frame } = stack(0x20_0220, 0x20_0108, 0x20_0010);
  expect(findHandler(site, frame)).toBe(0n);
  let seen: unknown;
  image.hooks.uncaught = (thrown) => void (seen = thrown);
  expect(() => uncaughtException(box(image, 5))).toThrow('exit 1');
  expect(seen).toBe(box(image, 5));
});

test('a return address without an entry is fatal', () => {
  const { site, frame } = stack(0x20_0221);
  expect(() => findHandler(site, frame)).toThrow('exit 134');
  expect(image.written.at(-1)!.text).toContain('frame table');
});

test('traces name functions, files, lines and inlined calls; library frames are left out', () => {
  writePositions();
  stack(0x20_0220, 0x20_0130, 0x20_0040);
  expect(image.read(formatTrace(captureTrace(box(image, undefined), TEN)))).toBe(
    '\n    at inner (/app.ts:7:9)\n    at f (/app.ts:3:5)\n    at /app.ts:200:1',
  );
});

test('ten frames at most are shown', () => {
  stack(...Array(30).fill(0x20_0220));
  expect(image.read(formatTrace(captureTrace(box(image, undefined), TEN))).split('\n').length - 1).toBe(10);
});

test('the frames above and of the constructor are left out', () => {
  stack(0x20_0220, 0x20_0108, 0x20_0040);
  const made = image.allocate(8);
  image.set64(made, image.shape({ kind: KIND_FUNCTION, sizeWords: 1, name: image.string('Oops') }));
  image.set32(image.machine.symbols.get('position_scopes')! + 8n, image.string('new Oops'));
  expect(image.read(formatTrace(captureTrace(made as never, TEN)))).toBe('\n    at f (/app.ts:3:5)\n    at /app.ts:200:1');
});

test('errors made again on the same stack share a trace; a changed return address, class or limit brings another', () => {
  writePositions();
  stack(0x20_0220, 0x20_0130, 0x20_0040);
  const nothing = box(image, undefined);
  const first = captureTrace(nothing, TEN);
  expect(captureTrace(nothing, TEN)).toBe(first);
  expect(captureTrace(nothing, 9 as never)).not.toBe(first);
  const again = captureTrace(nothing, TEN);
  expect(captureTrace(nothing, TEN)).toBe(again);
  const caller = BigInt(STACK_BOTTOM) + 8n;
  image.set64(caller, 0x20_0108n); // f was called from another place in g
  const other = captureTrace(nothing, TEN);
  expect(other).not.toBe(again);
  expect(image.get32(other + BigInt(TRACE_SITES + 4))).toBe(0x20_0108);
});

test('a function that traces leave out doesn\'t count', () => {
  stack(0x20_0220, 0x20_0108, 0x20_0220, 0x20_0040);
  const record = image.machine.symbols.get('frame_table')! + BigInt(FRAME_TABLE_RECORDS + FRAME_RECORD_BYTES + FRAME_RECORD_SITE_COUNT);
  const sites = image.get16(record);
  image.set16(record, sites | FRAME_RECORD_UNSHOWN);
  const trace = captureTrace(box(image, undefined), 2 as never);
  image.set16(record, sites);
  expect(image.get32(trace + BigInt(BYTES_LENGTH))).toBe(4 * (2 + 3)); // class, limit, three return addresses
});

/** f has `inner` inlined at its site, g is of the library, main is anonymous. */
function writePositions(): void {
  const scopes = [['f', '/app.ts'], ['inner', '/app.ts'], ['g', null], [null, '/app.ts']] as const;
  const scopeTable = image.allocate(scopes.length * SCOPE_BYTES);
  scopes.forEach(([name, file], i) => {
    image.set32(scopeTable + BigInt(i * SCOPE_BYTES), name === null ? 0 : image.string(name));
    image.set32(scopeTable + BigInt(i * SCOPE_BYTES + 4), file === null ? 0 : image.string(file));
  });
  image.machine.symbols.set('position_scopes', scopeTable);
  const streams = [
    [3, ...site(300, 2), ...site(-100, 1)],
    [2, ...site(1, 1), ...site(1, 1)],
    [0, ...site(3, 5, [1, 7, 9])],
  ];
  const table = image.allocate(4 * streams.length);
  streams.forEach((bytes, i) => {
    const at = image.allocate(bytes.length);
    bytes.forEach((byte, j) => image.set8(at + BigInt(j), byte));
    image.set32(table + BigInt(4 * i), at);
  });
  image.machine.symbols.set('position_table', table);
}

function site(lineDelta: number, column: number, inlined?: readonly number[]): number[] {
  const zigzag = lineDelta >= 0 ? 2 * lineDelta : -2 * lineDelta - 1;
  const head = [...uleb(2 * zigzag + (inlined ? 1 : 0)), ...uleb(column)];
  return inlined ? [...head, ...uleb(inlined.length / 3), ...inlined.flatMap(uleb)] : head;
}

function uleb(x: number): number[] {
  return x < 0x80 ? [x] : [0x80 | (x & 0x7f), ...uleb(x >>> 7)];
}

test('the assembled stubs reach the walkers with the caller\'s frame', () => {
  const folder = mkdtempSync(join(tmpdir(), 'toroc-'));
  const program = `
extern throw_value, collect_from_here
global _start, findHandler, uncaughtException, collectFromStack
_start:
    sub rsp, 32
    mov [expected], rsp
    mov edi, 5
    call throw_value
here:
    mov edi, 1
    call collect_from_here
    jmp exit
findHandler:                        ; rdi return address, rsi frame
    cmp rdi, here
    jne fail
    cmp rsi, [expected]
    jne fail
    test rsp, 15                    ; a call leaves rsp 8 off 16
    mov rax, rsp
    and eax, 15
    cmp eax, 8
    jne fail
    mov [core_block + 48], rsi
    mov eax, handler
    ret
handler:
    cmp rax, 5
    jne fail
    cmp rsp, [expected]
    jne fail
    jmp here
collectFromStack:
    cmp rdi, 1
    jne fail
    cmp rdx, [expected]
    jne fail
    ret
uncaughtException:
fail:
    mov edi, 1
    jmp leave
exit:
    xor edi, edi
leave:
    mov eax, 60
    syscall
section .bss
expected: resq 1
core_block: resb 256
`;
  writeFileSync(join(folder, 'main.asm'), `bits 64\nsection .text\n${program.replace('_start:\n', '_start:\n    mov eax, 158\n    mov edi, 0x1001\n    mov esi, core_block\n    syscall\n')}`);
  for (const [source, object] of [[join(folder, 'main.asm'), 'main.o'], ['src/runtime-asm/throw.asm', 'throw.o'], ['src/runtime-asm/collect.asm', 'collect.o']] as const) {
    execFileSync('nasm', ['-f', 'elf64', '-I', 'src/layout/', '-o', join(folder, object), source]);
  }
  execFileSync('ld', ['-o', join(folder, 'main'), join(folder, 'main.o'), join(folder, 'throw.o'), join(folder, 'collect.o')]);
  execFileSync(join(folder, 'main'));
});
