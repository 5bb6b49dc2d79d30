; Faults that toro:fault raises on the bare machine only, and where a fault that is thrown goes on.

default rel

NOT_PRESENT_SELECTOR    equ 0x28        ; core-block.asm
CR0_TASK_SWITCHED       equ 8

extern throwFault, vector_entry_17
global throw_fault, fault_device_not_available, fault_stack_segment, fault_alignment_frame, fault_simd_vector

section .fault_sites
fault_device_not_available:             ; #NM: the first floating-point instruction after a task switch
    mov rax, cr0
    or eax, CR0_TASK_SWITCHED
    mov cr0, rax
    fnop
    ret
fault_stack_segment:                    ; #SS: a stack segment that is not present
    mov eax, NOT_PRESENT_SELECTOR
    mov ss, eax
    ret
fault_simd_vector:                      ; #XM: QEMU's TCG never raises it (Intel SDM volume 3, 6.15)
    int 19
    ret
fault_alignment_frame:                  ; #AC: ring 0 never raises it, and `int 17` would push no error code. A frame as the processor's
    mov rax, rsp
    and rsp, -16
    mov ecx, ss
    push rcx
    push rax
    pushfq
    mov ecx, cs
    push rcx
    lea rcx, [fault_alignment_frame]
    push rcx
    push 0
    jmp vector_entry_17

; Entered by the return from the fault, with throwFault's arguments: leaves the floating-point unit as it was before.
section .text.throw_fault progbits alloc exec nowrite align=16
throw_fault:
    clts
    fninit
    jmp throwFault
