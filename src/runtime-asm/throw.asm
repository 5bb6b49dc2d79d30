; Throwing (src/runtime/unwind.ts): the walk is compiled code, the jump cannot be.

%include "core.inc"

default rel

extern findHandler, uncaughtException

; throw_value(rdi: value): never returns. The handler is entered with the value in rax and rsp as at its call site.
section .text.throw_value progbits alloc exec nowrite align=16
global throw_value
throw_value:
    push rdi                        ; also aligns rsp to 16
    mov rdi, [rsp + 8]              ; the site that throws
    lea rsi, [rsp + 16]             ; and its frame
    call findHandler                ; never allocates: the value needs no root, this frame no entry in the frame table
    pop rdi
    test rax, rax
    jz uncaughtException            ; on the thrower's frame, which is still there for a trace
    mov rcx, rax
    mov rax, rdi
    mov rsp, [gs:CORE_UNWIND_STACK_POINTER]
    jmp rcx
