; Interrupt and exception entry: every vector comes to one path that completes an interrupt frame and calls compiled code.
;
; The frame, by offset from its start (src/layout/interrupt-frame.ts has the same):
;
;     0 rax   8 rcx  16 rdx  24 rbx  32 rbp  40 rsi  48 rdi  56 r8 … 112 r15
;   120 vector  128 error code (0 where the processor pushes none)  136 rip  144 cs  152 rflags  160 rsp  168 ss
;
; The processor aligns the stack before it pushes, and the frame is 11 * 16 bytes, so that the stack is aligned for a call again.
; A fault is handled on the stack where it occurred (or its IST stack). A handler of a device interrupt runs on the core's interrupt
; stack, with interrupts off, uses general registers only, and finds the frame's address in rdi; so no SSE state is saved.

VECTOR_COUNT            equ 64
FIRST_INTERRUPT         equ 32
FRAME_VECTOR            equ 120
FRAME_REGISTER_BYTES    equ 15 * 8

extern  handleFault
extern  fault_sites, fault_sites_end, fault_entry       ; toro.ld
global  interrupt_handlers, vector_entry_17

; These have a stack of their own, and are never thrown: double fault, NMI, machine check.
%define HAS_OWN_STACK(v) ((v) == 2 || (v) == 8 || (v) == 18)

; The processor pushes an error code for these (Intel SDM volume 3, table 6-1).
%define HAS_ERROR_CODE(v) ((v) == 8 || ((v) >= 10 && (v) <= 14) || (v) == 17 || (v) == 21 || (v) == 29 || (v) == 30)

section .boot
        bits 64
%assign vector 0
%rep VECTOR_COUNT
vector_entry_%[vector]:
  %if !HAS_ERROR_CODE(vector)
        push    0
  %endif
        push    vector
  %if vector < FIRST_INTERRUPT && !HAS_OWN_STACK(vector)
        jmp     throw_or_complete
  %else
        jmp     complete_frame
  %endif
  %assign vector vector + 1
%endrep

; A fault that was meant (src/runtime/fault-sites.ts) goes on at fault_entry, on the stack as the instruction found it. It was called, so
; that no register holds anything, and its flags are those of the handler: nothing is restored.
throw_or_complete:
        cmp     qword [rsp + 16], fault_sites
        jb      complete_frame
        cmp     qword [rsp + 16], fault_sites_end
        jae     complete_frame
        pop     rdi                     ; vector
        pop     rsi                     ; error code
        pop     rcx                     ; instruction
        mov     rdx, cr2
        mov     rsp, [rsp + 16]
        jmp     fault_entry

complete_frame:
        push    r15
        push    r14
        push    r13
        push    r12
        push    r11
        push    r10
        push    r9
        push    r8
        push    rdi
        push    rsi
        push    rbp
        push    rbx
        push    rdx
        push    rcx
        push    rax
        cld
        mov     rdi, rsp
        mov     eax, [rdi + FRAME_VECTOR]
        cmp     eax, FIRST_INTERRUPT
        jb      .fault
        mov     rcx, interrupt_handlers - 8 * FIRST_INTERRUPT
        mov     rax, [rcx + 8 * rax]
        test    rax, rax
        jz      .fault                  ; nobody asked for this interrupt
        mov     rsp, [gs:CORE_INTERRUPT_STACK_TOP]
        push    rdi
        push    rdi                     ; twice, for the alignment
        call    rax
        pop     rsp
        jmp     .resume
.fault: call    handleFault
.resume:
        pop     rax
        pop     rcx
        pop     rdx
        pop     rbx
        pop     rbp
        pop     rsi
        pop     rdi
        pop     r8
        pop     r9
        pop     r10
        pop     r11
        pop     r12
        pop     r13
        pop     r14
        pop     r15
        add     rsp, 16
        iretq

section .bss
        alignb 8
; Address of the compiled function that handles each vector from FIRST_INTERRUPT on, 0: none.
interrupt_handlers:     resq VECTOR_COUNT - FIRST_INTERRUPT
