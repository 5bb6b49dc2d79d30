/**
 * The frame that every interrupt and exception leaves on the stack, by byte offset (src/runtime-asm/interrupt-stubs.asm makes it):
 * the general registers as pushed there, then what the processor pushed. On Linux a signal's context is brought into the same form.
 */
export const FRAME_RAX = 0;
export const FRAME_RCX = 8;
export const FRAME_RDX = 16;
export const FRAME_RBX = 24;
export const FRAME_RBP = 32;
export const FRAME_RSI = 40;
export const FRAME_RDI = 48;
/** r8 to r15 follow each other. */
export const FRAME_R8 = 56;
export const FRAME_VECTOR = 120;
export const FRAME_ERROR_CODE = 128;
export const FRAME_RIP = 136;
export const FRAME_RFLAGS = 152;
export const FRAME_RSP = 160;
export const FRAME_BYTES = 176;
