; Faults that toro:fault raises on Linux only, and where a fault that is thrown goes on.

default rel

FLAG_ALIGNMENT_CHECK    equ 1 << 18

extern throwFault
global throw_fault, fault_device_vector, fault_stack_address, fault_alignment, fault_simd

section .fault_sites
fault_device_vector:                    ; #NM: the system keeps the unit available; a general protection fault names the vector
    int 7
    ret
fault_stack_address:                    ; #SS: no canonical address, by the stack segment
    mov rbp, 0x8000_0000_0000_0000
    mov rax, [rbp]
    ret
fault_alignment:                        ; #AC
    pushfq
    or dword [rsp], FLAG_ALIGNMENT_CHECK
    popfq
    mov eax, [rsp + 1]
    ret
fault_simd:                             ; #XM: SSE's division by zero, not masked
    ldmxcsr [zero_divide_unmasked]
    xorps xmm0, xmm0
    movss xmm1, [one]
    divss xmm1, xmm0
    ret
align 4
zero_divide_unmasked: dd 0x1d80
default_control: dd 0x1f80
one: dd 1.0

; Entered by the return from the signal, with throwFault's arguments: leaves flags and floating-point units as they were before.
section .text.throw_fault progbits alloc exec nowrite align=16
throw_fault:
    pushfq
    and dword [rsp], ~FLAG_ALIGNMENT_CHECK
    popfq
    fninit
    ldmxcsr [default_control]
    jmp throwFault
