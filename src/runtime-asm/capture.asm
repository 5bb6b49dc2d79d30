; Where the capture of a stack trace begins to walk its own stack (src/runtime/trace.ts).

default rel

extern captureFromStack

; capture_from_here(rdi: buffer, rsi: limit): captureFromStack(buffer, limit, return address, stack pointer) as if called by our caller.
section .text.capture_from_here progbits alloc exec nowrite align=16
global capture_from_here
capture_from_here:
    mov rdx, [rsp]
    lea rcx, [rsp + 8]
    jmp captureFromStack
