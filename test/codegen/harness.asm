; Runs compiled functions on Linux: `cases` (made by execute.ts) calls them and leaves 8 bytes each in `results`, which go to stdout.
; Also what compiled code may call: a collector that moves what it finds, throwing, and the allocator's slow path.

default rel
extern cases, frame_table
global _start, throw_value, test_collect, src~runtime~heap#allocateSlow, results

%include "core.inc"

RESULT_BYTES equ 1 << 20
HEAP_BYTES equ 1 << 28
; What the collector takes for a pointer, and how far it moves it.
POINTER_SHIFT equ 40
MOVE_BYTES equ 8

section .text
_start:
    mov eax, 158                    ; arch_prctl(ARCH_SET_GS)
    mov edi, 0x1001
    lea rsi, [core_block]
    syscall
    lea rax, [heap]
    mov [gs:CORE_ALLOC_POINTER], rax
    mov [gs:CORE_ALLOC_LIMIT], rax  ; the first allocation takes the slow path
    lea r15, [results]
    mov [cursor], r15
    mov [stack_top], rsp
    call cases
    lea rsi, [results]
    mov rdx, [cursor]
    sub rdx, rsi
    mov edi, 1
    mov eax, 1                      ; write
    syscall
    xor edi, edi
    mov eax, 60                     ; exit
    syscall

; Called by `cases` with a function in rbx, whose other registers are its arguments; keeps what it gives. rbx = 1 below: it threw.
global run_case
run_case:
    push rbp
    mov [case_frame], rsp
    call run_aligned
case_end:
    mov rcx, [cursor]
    mov [rcx], rax
    add rcx, 8
    mov [cursor], rcx
    mov rsp, [case_frame]
    pop rbp
    ret
run_aligned:
    sub rsp, 8 + 8 * 16             ; stack arguments were copied to `stack_arguments` by the case
    lea rsi, [stack_arguments]
    mov rdi, rsp
    mov ecx, 16
    rep movsq
    mov rdi, [register_arguments]
    mov rsi, [register_arguments + 8]
    mov rdx, [register_arguments + 16]
    mov rcx, [register_arguments + 24]
    mov r8, [register_arguments + 32]
    mov r9, [register_arguments + 40]
%assign i 0
%rep 8
    movsd xmm%[i], [float_arguments + 8 * i]
%assign i i + 1
%endrep
    mov rax, 0x5555555555555555
    mov r10, rax
    mov r11, rax
    mov r12, rax
    mov r13, rax
    mov r14, rax
    mov rbp, rax
    call rbx
bottom:
    cmp byte [float_result], 0
    je .integer
    movq rax, xmm0
.integer:
    add rsp, 8 + 8 * 16
    ret

; rdi = return address -> rax = record, rcx = site, or 0
find_site:
    lea rax, [frame_table]
    mov ecx, [rax]
    add rax, 8
.record:
    test ecx, ecx
    jz .none
    dec ecx
    mov r8d, [rax]                  ; start
    movzx r9d, word [rax + 16]      ; sites, and a flag of traces
    and r9d, 0x7fff
    mov r10d, [rax + 4]
.site:
    test r9d, r9d
    jz .next
    dec r9d
    movzx r11d, word [r10]
    add r11, r8
    cmp r11, rdi
    je .found
    add r10, 4
    jmp .site
.next:
    add rax, 20
    jmp .record
.found:
    mov rcx, r10
    ret
.none:
    xor eax, eax
    ret

throw_value:
    mov r15, rdi
    pop rdi                         ; return address of the site
    mov rbx, rsp                    ; its frame
.frame:
    call find_site
    test rax, rax
    jz .uncaught
    mov edx, [rax + 8]              ; handlers
    test edx, edx
    jz .up
    mov ecx, [rdx]
    add rdx, 4
    mov r8d, [rax]
.handler:
    test ecx, ecx
    jz .up
    dec ecx
    mov r9d, [rdx]
    add r9, r8
    cmp r9, rdi
    je .handle
    add rdx, 8
    jmp .handler
.handle:
    mov ecx, [rdx + 4]
    mov rsp, rbx
    mov rax, r15
    mov rdi, 0x6666666666666666
    mov rsi, rdi
    mov rbx, rdi
    mov rbp, rdi
    jmp rcx
.up:
    movzx ecx, word [rax + 18]
    lea rbx, [rbx + 8 * rcx]
    mov rdi, [rbx]
    add rbx, 8
    jmp .frame
.uncaught:
    mov rax, r15
    not rax                         ; the result of a case that throws
    jmp case_end

; Adds MOVE_BYTES to every root on the stack that looks like a pointer, then destroys all registers.
test_collect:
    pop rdi
    mov r14, rdi
    mov rbx, rsp
.frame:
    call find_site
    test rax, rax
    jz .done
    movzx r8d, word [rcx + 2]
    mov r9d, [rax + 12]
    lea r9, [r9 + 2 * r8]
    movzx ecx, word [r9]
.root:
    test ecx, ecx
    jz .up
    dec ecx
    add r9, 2
    movzx r8d, word [r9]
    mov rdx, [rbx + 8 * r8]
    shr rdx, POINTER_SHIFT
    cmp rdx, 1
    jne .root
    add qword [rbx + 8 * r8], MOVE_BYTES
    jmp .root
.up:
    movzx ecx, word [rax + 18]
    lea rbx, [rbx + 8 * rcx]
    mov rdi, [rbx]
    add rbx, 8
    jmp .frame
.done:
    push r14
    mov rax, 0x7777777777777777
    mov rcx, rax
    mov rdx, rax
    mov rbx, rax
    mov rsi, rax
    mov rdi, rax
    mov rbp, rax
%assign i 8
%rep 8
    mov r%[i], rax
%assign i i + 1
%endrep
%assign i 0
%rep 16
    movq xmm%[i], rax
%assign i i + 1
%endrep
    xor eax, eax
    ret

; (bytes, shape) -> cell; every other allocation goes through here, so that both paths run.
src~runtime~heap#allocateSlow:
    mov rax, [gs:CORE_ALLOC_POINTER]
    lea rcx, [rax + rdi]
    mov [gs:CORE_ALLOC_POINTER], rcx
    xor qword [toggle], -1
    jz .close
    lea rcx, [rcx + rdi]
.close:
    mov [gs:CORE_ALLOC_LIMIT], rcx
    mov [rax], rsi
    ret

section .bss
align 16
core_block: resb CORE_BLOCK_BYTES
heap: resb HEAP_BYTES
cursor: resq 1
case_frame: resq 1
stack_top: resq 1
toggle: resq 1
global stack_arguments, register_arguments, float_arguments, float_result
stack_arguments: resq 16
register_arguments: resq 6
float_arguments: resq 8
float_result: resb 8
results: resb RESULT_BYTES

section .rodata
global test_shape
align 8
test_shape: dq 0
