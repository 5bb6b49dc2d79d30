; Instructions that may fault and are meant to: what toro:fault raises (src/std/toro/fault.ts) on every target. A fault in the section
; .fault_sites is thrown as an exception from the call that led here (src/runtime/fault-sites.ts): rsp is there as it was at the entry.

default rel

global fault_divide, fault_overflow, fault_bound, fault_invalid_opcode, fault_protection, fault_page_read, fault_page_write, fault_float

section .fault_sites progbits alloc exec nowrite align=16
fault_divide:                           ; #DE
    xor edx, edx
    xor ecx, ecx
    div ecx
    ret
fault_overflow:                         ; #OF: `into` is no instruction of 64-bit mode
    int 4
    ret
fault_bound:                            ; #BR: neither is `bound`
    int 5
    ret
fault_invalid_opcode:                   ; #UD
    ud2
fault_protection:                       ; #GP: no canonical address
    mov rax, 0x8000_0000_0000_0000
    mov rax, [rax]
    ret
fault_page_read:                        ; #PF at rdi
    mov al, [rdi]
    ret
fault_page_write:
    mov byte [rdi], 0
    ret
fault_float:                            ; #MF: x87's division by zero, not masked
    fninit
    fldcw [zero_divide_unmasked]
    fld1
    fldz
    fdivp st1
    fwait
    ret
align 2
zero_divide_unmasked: dw 0x037b
