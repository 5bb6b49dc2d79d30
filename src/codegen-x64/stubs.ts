import { TO_INT32_STUB } from './select-float.ts';

/** Shared rare paths, in the image when some function refers to them. They keep all registers and are no call sites. */
export const STUBS: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: TO_INT32_STUB,
    // ToInt32 (ECMAScript 7.1.6) of the double at [rsp + 8], whose conversion to int64 overflowed, in place. Its integer is
    // mantissa * 2^(exponent - 1075) with exponent - 1075 >= 11; from 32 on the low 32 bits are 0, as for infinities and NaN.
    text: [
      'push rax', 'push rcx', 'mov rax, [rsp+24]', 'mov rcx, rax', 'shr rcx, 52', 'and ecx, 0x7ff', 'sub ecx, 1075',
      'cmp ecx, 31', 'ja .zero',
      // Only the low bits of the mantissa reach the result, so its implicit bit 52 is of no account.
      'shl eax, cl', 'bt qword [rsp+24], 63', 'jnc .done', 'neg eax', 'jmp .done',
      '.zero:', 'xor eax, eax', '.done:', 'mov [rsp+24], rax', 'pop rcx', 'pop rax', 'ret',
    ].join('\n'),
  },
];
