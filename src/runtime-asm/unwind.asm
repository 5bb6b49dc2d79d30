; The instructions of throwing and of walking one's own stack that compiled code cannot express (src/runtime/unwind.ts, heap.ts, trace.ts).
;
; Each entry sees its caller's frame by return address and stack pointer. None leaves a frame of its own on the stack while code
; runs that may allocate: the frame table has no entries for this file.

%include "core.inc"

default rel

extern findHandler, uncaughtException, collectFromStack, captureFromStack

; throw_value(rdi: value): never returns. The handler is entered with the value in rax and rsp as at its call site.
section .text.throw_value progbits alloc exec nowrite align=16
global throw_value
throw_value:
    push rdi                        ; also aligns rsp to 16
    mov rdi, [rsp + 8]              ; the site that throws
    lea rsi, [rsp + 16]             ; and its frame
    call findHandler                ; never allocates: the value needs no root
    pop rdi
    test rax, rax
    jz uncaughtException            ; on the thrower's frame, which is still there for a trace
    mov rcx, rax
    mov rax, rdi
    mov rsp, [gs:CORE_UNWIND_STACK_POINTER]
    jmp rcx

; collect_from_here(rdi: bytes needed): collectFromStack(bytes, return address, stack pointer) as if called by our caller.
section .text.collect_from_here progbits alloc exec nowrite align=16
global collect_from_here
collect_from_here:
    mov rsi, [rsp]
    lea rdx, [rsp + 8]
    jmp collectFromStack

; capture_from_here(rdi: buffer, rsi: limit): captureFromStack(buffer, limit, return address, stack pointer), likewise.
section .text.capture_from_here progbits alloc exec nowrite align=16
global capture_from_here
capture_from_here:
    mov rdx, [rsp]
    lea rcx, [rsp + 8]
    jmp captureFromStack

; The unwinder's cache (src/layout/frame-table.ts). The addresses are 16-byte entries, all empty at start.
section .mutable.frame_cache nobits alloc write align=16
global frame_cache
frame_cache:
    resb 4096
