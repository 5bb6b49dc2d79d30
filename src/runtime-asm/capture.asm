; Where the capture of a stack trace begins to walk its own stack (src/runtime/capture.ts), and its cache (src/layout/trace-cache.ts).

default rel

extern captureFromStack

; capture_from_here(rdi: value, rsi: limit): captureFromStack(value, limit, return address, stack pointer) as if called by our caller.
section .text.capture_from_here progbits alloc exec nowrite align=16
global capture_from_here
capture_from_here:
    mov rdx, [rsp]
    lea rcx, [rsp + 8]
    jmp captureFromStack

section .bss.trace_cache nobits alloc noexec write align=16
global trace_cache
trace_cache:
    resb 1048
