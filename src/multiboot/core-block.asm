; What the processor wants of each core, for the core that boots: segment descriptors, task state, the per-core block. All of it is
; finished data. The task state is only read by the processor (64-bit mode has no task switch), and so it can lie in the boot section,
; whose address is known here: its descriptor holds the address in pieces that no relocation can make.

CODE_SELECTOR           equ 0x08
DATA_SELECTOR           equ 0x10
TASK_SELECTOR           equ 0x18

; Interrupt stack table: only what can strike where the stack can't be trusted (Intel SDM volume 3, 6.14.5).
IST_DOUBLE_FAULT        equ 1
IST_NMI                 equ 2
IST_MACHINE_CHECK       equ 3

; Bytes of the main stack that stack checks leave to frames without a check and to interrupt frames.
STACK_RESERVE_BYTES     equ 32 * 1024

extern  double_fault_stack_top, nmi_stack_top, machine_check_stack_top, interrupt_stack_top, main_stack_bottom
global  boot_core_block

section .boot
        align 16
; Intel SDM volume 3, 8.7.
task_state:
        dd 0
        dq 0, 0, 0                      ; stacks of rings 0 to 2: never entered from outside
        dq 0
        dq double_fault_stack_top, nmi_stack_top, machine_check_stack_top, 0, 0, 0, 0
        dq 0
        dw 0
        dw task_state_end - task_state  ; no I/O permission map
task_state_end:
TASK_STATE_ADDRESS      equ BOOT_SECTION_ADDRESS + (task_state - boot_section)

global_descriptors_pointer:
        dw GLOBAL_DESCRIPTORS_BYTES - 1
        dq global_descriptors

; What has to be writable, as it is at first: the boot code copies it, since a page of the file for it would be mostly empty.
        align 16
initial_core_data:
; Writable because ltr marks the task state as busy. The accessed bits are set, which saves the processor writing them.
        dq 0
        dq 0x00209b0000000000           ; code: 64-bit, ring 0
        dq 0x0000930000000000           ; data
        dw task_state_end - task_state - 1
        dw TASK_STATE_ADDRESS & 0xffff
        db TASK_STATE_ADDRESS >> 16
        db 0x89                         ; available 64-bit task state
        db 0
        db TASK_STATE_ADDRESS >> 24
        dq 0
        dq 0x0000130000000000           ; not present: what toro:fault raises a stack fault with (toro-faults.asm)
GLOBAL_DESCRIPTORS_BYTES equ $ - initial_core_data
        dq boot_core_block              ; CORE_SELF
        dq 0, 0                         ; CORE_ALLOC_POINTER, CORE_ALLOC_LIMIT: memory is taken by the first allocation
        dq main_stack_bottom + STACK_RESERVE_BYTES
        dq interrupt_stack_top          ; the rest of the block is zero
INITIAL_CORE_DATA_BYTES equ $ - initial_core_data

section .bss
        alignb 16
core_data:
global_descriptors:     resb GLOBAL_DESCRIPTORS_BYTES
boot_core_block:        resb CORE_BLOCK_BYTES
