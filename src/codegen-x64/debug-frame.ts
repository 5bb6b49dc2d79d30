import type { AssembledFunction } from './assembled-function.ts';

/**
 * Call frame information (DWARF 4, section 6.4) as data, which NASM doesn't make: one CIE, and per function a description that says
 * where the caller's frame begins. `sub rsp` is a function's first instruction and no other changes rsp, but for short pushes.
 */
export function debugFrameText(functions: readonly AssembledFunction[]): string {
  return [
    'section .debug_frame progbits noalloc noexec nowrite align=8',
    'debug_frame_cie:', 'dd .end - .start', '.start: dd 0xffffffff',
    // Version, no augmentation, address and segment sizes, code alignment 1, data alignment -8, return address register 16.
    'db 4, 0, 8, 0, 1, 0x78, 16',
    // DW_CFA_def_cfa rsp, 8; DW_CFA_offset 16, 1.
    'db 0x0c, 7, 8, 0x90, 1', 'align 8, db 0', '.end:',
    ...functions.map(description), '',
  ].join('\n');
}

function description({ name, frameWords }: AssembledFunction, index: number): string {
  const label = `debug_frame_${index}`;
  const bytes = 8 * frameWords;
  // DW_CFA_advance_loc past `sub rsp` (4 bytes with an 8-bit immediate, else 7); DW_CFA_def_cfa_offset.
  const rules = bytes === 0 ? [] : [`db ${0x40 | (bytes < 128 ? 4 : 7)}, 0x0e, ${uleb(bytes + 8).join(', ')}`];
  return [`${label}:`, 'dd .end - .start', `.start: dd debug_frame_cie`, `dq ${name}, ${name}.end - ${name}`, ...rules, 'align 8, db 0', '.end:'].join('\n');
}

function uleb(n: number): number[] {
  const bytes: number[] = [];
  for (; n >= 0x80; n >>>= 7) bytes.push((n & 0x7f) | 0x80);
  return [...bytes, n];
}
