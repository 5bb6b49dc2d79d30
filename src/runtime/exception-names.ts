import { type ref, text, type u32 } from 'toro:machine';

/** The name of an exception vector (Intel SDM volume 3, table 6-1), lower case. */
export function exceptionName(vector: u32): ref {
  switch (vector) {
    case 0: return text('divide error');
    case 1: return text('debug exception');
    case 2: return text('non-maskable interrupt');
    case 3: return text('breakpoint');
    case 4: return text('overflow');
    case 5: return text('bound range exceeded');
    case 6: return text('invalid opcode');
    case 7: return text('device not available');
    case 8: return text('double fault');
    case 10: return text('invalid task state');
    case 11: return text('segment not present');
    case 12: return text('stack fault');
    case 13: return text('general protection fault');
    case 14: return text('page fault');
    case 16: return text('x87 floating-point error');
    case 17: return text('alignment check');
    case 18: return text('machine check');
    case 19: return text('SIMD floating-point error');
    default: return text('unexpected interrupt');
  }
}
