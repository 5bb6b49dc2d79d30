import type { DataInfo } from '../ir/module.ts';
import { type AssembledFunction, doubleLabel } from './assembled-function.ts';
import { dataReferences, dataText } from './data.ts';
import { debugFrameText } from './debug-frame.ts';
import { frameTableText } from './frame-table.ts';
import { mangle } from './mangle.ts';
import { positionTableText, type TraceStrings } from './position-table.ts';
import { STUBS } from './stubs.ts';

export interface Program {
  /** In address order. */
  readonly functions: readonly AssembledFunction[];
  readonly data: readonly DataInfo[];
  /** Symbols that stand for a number, not for a place. */
  readonly constants?: Readonly<Record<string, number>>;
  /** Names for stack traces; without it none are shown. */
  readonly traceStrings?: TraceStrings;
  /** Call frame information for debuggers. */
  readonly debug?: boolean;
}

const NO_STRINGS: TraceStrings = { functionName: () => null, file: () => null };

/**
 * A whole program as one NASM source for an ELF64 object: code, constants, tables and data, in the sections of the linker scripts.
 * What it refers to and doesn't define is external (runtime-asm, boot code).
 */
export function emitProgram({ functions, data, constants = {}, traceStrings = NO_STRINGS, debug = false }: Program): string {
  const stubs = STUBS.filter(({ name }) => functions.some(({ references }) => references.includes(name)));
  const defined = new Set<string>([...stubs.map(({ name }) => name), 'frame_table', 'position_table', 'position_scopes', 'mutable_roots', ...Object.keys(constants)]);
  for (const { name, fixedName } of functions) {
    defined.add(name);
    if (fixedName !== null) defined.add(fixedName);
  }
  for (const { symbol } of data) defined.add(mangle(symbol));
  const references = new Set([...functions.flatMap((func) => func.references), ...dataReferences(data)]);
  const external = [...references].filter((name) => !defined.has(name)).sort();
  return [
    'default rel', ...external.map((name) => `extern ${name}`),
    ...Object.entries(constants).map(([name, number]) => `${name} equ ${number}`),
    'section .text progbits alloc exec nowrite align=16',
    ...functions.map(functionText),
    ...stubs.map(({ name, text }) => `global ${name}:function (${name}.end-${name})\n${name}:\n${text}\n.end:`),
    doublesText(functions),
    dataText(data),
    frameTableText(functions, (source) => traceStrings.file(source) !== null),
    positionTableText(functions, traceStrings),
    ...(debug ? [debugFrameText(functions)] : []),
  ].join('\n');
}

/** All functions are global and have their size, so that the linker can leave the local labels out of the symbol table (--discard-all), and tools know where each ends. */
function functionText({ name, fixedName, text, hasLoop }: AssembledFunction): string {
  const fixed = fixedName === null || fixedName === name ? '' : `global ${fixedName}:function (${name}.end-${name})\n${fixedName}:\n`;
  return `${hasLoop ? 'align 16\n' : ''}${fixed}global ${name}:function (${name}.end-${name})\n${name}:\n${text}\n.end:`;
}

function doublesText(functions: readonly AssembledFunction[]): string {
  const doubles = [...new Set(functions.flatMap((func) => func.doubles))].sort();
  return ['section .rodata progbits alloc noexec nowrite align=16', ...doubles.map((bits) => `${doubleLabel(bits)}: dq 0x${bits}`)].join('\n');
}
