; The first instructions of an executable for Linux: the per-core block behind GS, and on to compiled code.

%include "core.inc"

SYS_RT_SIGRETURN        equ 15
SYS_ARCH_PRCTL          equ 158
ARCH_SET_GS             equ 0x1001
SIGNAL_STACK_BYTES      equ 16 * 1024   ; as src/platform-linux/fault.ts says to the system

extern  linuxMain
global  _start, signal_return, signal_stack

default rel

section .text.start progbits alloc exec nowrite align=16
_start: mov     eax, SYS_ARCH_PRCTL
        mov     edi, ARCH_SET_GS
        lea     rsi, [core_block]
        syscall
        mov     rdi, rsp                ; argument count, arguments, environment
        push    0                       ; the return address that ends a walk over the stack; rsp was 16-byte aligned
        jmp     linuxMain

; Where a signal's handler returns to: the context that it may have changed becomes the registers.
signal_return:
        mov     eax, SYS_RT_SIGRETURN
        syscall

section .data
        align 16
core_block:
.start: dq core_block                   ; CORE_SELF
        times CORE_BLOCK_BYTES - ($ - .start) db 0

section .bss
        alignb 16
signal_stack:
        resb SIGNAL_STACK_BYTES
