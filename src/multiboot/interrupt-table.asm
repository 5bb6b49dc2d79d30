; The interrupt descriptor table, finished by the assembler: it knows the entries' addresses, since the boot section's is fixed.
; Vectors that have no descriptor end as a general protection fault whose error code names them.

INTERRUPT_GATE          equ 0x8e00      ; present, ring 0, 64-bit interrupt gate: interrupts stay off in the handler

section .boot
        align 16
interrupt_descriptors:
%assign vector 0
%rep VECTOR_COUNT
  %assign stack_table_index 0
  %if vector == 8
    %assign stack_table_index IST_DOUBLE_FAULT
  %elif vector == 2
    %assign stack_table_index IST_NMI
  %elif vector == 18
    %assign stack_table_index IST_MACHINE_CHECK
  %endif
        dw (BOOT_SECTION_ADDRESS + (vector_entry_%[vector] - boot_section)) & 0xffff
        dw CODE_SELECTOR
        dw INTERRUPT_GATE | stack_table_index
        dw (BOOT_SECTION_ADDRESS + (vector_entry_%[vector] - boot_section)) >> 16
        dq 0
  %assign vector vector + 1
%endrep
interrupt_descriptors_end:

interrupt_descriptors_pointer:
        dw interrupt_descriptors_end - interrupt_descriptors - 1
        dq interrupt_descriptors
