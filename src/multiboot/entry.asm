; From the loader's 32-bit protected mode (flat segments, paging off, interrupts off; both protocols) to kernelMain in long mode.
;
; A short boot costs by its distinct instructions, so this is straight code without a subroutine, and what can be data is data.
; ebx is the address of the loader's information; it lies where memory is taken later (QEMU puts the multiboot command line right
; behind the image's bss and the rest at 0x9000; PVH has it from 0x5a8 on, in the page that becomes unmapped), so it is copied first:
;
;   0x10000  memory map, 24 bytes an entry: base u64, length u64, type u32, 4 bytes of no meaning
;   0x11000  command line, ends with a zero byte
;   0x20000  low memory that the kernel takes page tables from

MEMORY_MAP              equ 0x10000
MEMORY_MAP_LIMIT        equ 0x11000
COMMAND_LINE            equ 0x11000
COMMAND_LINE_LIMIT      equ 0x20000

PRESENT                 equ 1
WRITABLE                equ 2
NO_EXECUTE_HIGH         equ 1 << 31     ; bit 63, seen from the upper half of an entry

CR0_LONG_MODE           equ 0x80010033  ; PG, WP (read-only pages bind the kernel too), NE, ET, MP, PE
CR4_LONG_MODE           equ 0x620       ; PAE, OSFXSR, OSXMMEXCPT: SSE is on from the first compiled function
EFER                    equ 0xc0000080
EFER_LONG_MODE          equ 0x900       ; LME, NXE
GS_BASE                 equ 0xc0000101
CPUID_LONG_MODE_AND_NX  equ 1 << 29 | 1 << 20

extern  image_pages, text_first_entry, text_pages
extern  page_tables, page_tables_end
extern  double_fault_guard_entry, nmi_guard_entry, machine_check_guard_entry, interrupt_guard_entry, main_guard_entry
extern  main_stack_top
extern  kernelMain
global  multiboot_entry, pvh_entry, boot_information, page_directory_pointers, device_directory

section .boot
        bits 32

; Multiboot 0.6.96, section 3.3: flags at 0, command line at 16, bytes and address of the memory map at 44 and 48.
; Each entry of the map is preceded by its size, which doesn't count itself.
multiboot_entry:
        inc     byte [boot_information.names_image]
        xor     edx, edx                ; no RSDP is passed
        mov     edi, MEMORY_MAP
        mov     ebp, [ebx + 48]
        mov     eax, [ebx + 44]
        add     eax, ebp
.next_entry:
        cmp     ebp, eax
        jae     .map_copied
        lea     esi, [ebp + 4]
        lea     ecx, [edx + 6]
        rep     movsd
        add     ebp, [ebp]
        add     ebp, 4
        cmp     edi, MEMORY_MAP_LIMIT - 24
        jb      .next_entry
.map_copied:
        mov     esi, [ebx + 16]
        jmp     copy_command_line

; Xen, public/arch-x86/hvm/start_info.h: command line at 24, RSDP at 32, memory map at 40 and its number of entries at 48.
pvh_entry:
        mov     edi, MEMORY_MAP
        mov     esi, [ebx + 40]
        imul    ecx, [ebx + 48], 6
        rep     movsd
        mov     esi, [ebx + 24]
        mov     edx, [ebx + 32]

copy_command_line:
        mov     [boot_information.memory_map_end], edi
        mov     [boot_information.rsdp], edx
        mov     edi, COMMAND_LINE
        test    esi, esi
        jz      .no_command_line
.next_byte:
        lodsb
        stosb
        cmp     edi, COMMAND_LINE_LIMIT
        je      .copied                 ; too long: the last byte isn't zero, and the kernel says so
        test    al, al
        jnz     .next_byte
        dec     edi
.no_command_line:
        mov     byte [edi], 0
.copied:
        mov     [boot_information.command_line_end], edi

        mov     esi, initial_core_data
        mov     edi, core_data
        mov     ecx, INITIAL_CORE_DATA_BYTES / 4
        rep     movsd

        mov     eax, 0x80000001
        cpuid
        not     edx
        test    edx, CPUID_LONG_MODE_AND_NX
        jnz     no_long_mode

; Page tables: the image's blocks of 2 MB in pages of 4 KB, all writable and not executable at first.
        mov     dword [page_map], page_directory_pointers + (PRESENT | WRITABLE)
        mov     dword [page_directory_pointers], page_directory + (PRESENT | WRITABLE)
        mov     edi, page_directory
        mov     eax, page_tables + (PRESENT | WRITABLE)
.next_table:
        mov     [edi], eax
        add     eax, 4096
        add     edi, 8
        cmp     eax, page_tables_end    ; the flags make eax larger than the last table's address
        jb      .next_table

        mov     edi, page_tables
        mov     eax, PRESENT | WRITABLE
        mov     ecx, image_pages
.next_page:
        mov     [edi], eax
        mov     dword [edi + 4], NO_EXECUTE_HIGH
        add     eax, 4096
        add     edi, 8
        dec     ecx
        jnz     .next_page

; Code and constants: executable, read-only.
        mov     edi, text_first_entry
        mov     ecx, text_pages
.next_text_page:
        and     byte [edi], ~WRITABLE
        mov     dword [edi + 4], 0
        add     edi, 8
        dec     ecx
        jnz     .next_text_page

; The null page and the page below each stack are not there.
        mov     [page_tables], ecx
        mov     [double_fault_guard_entry], ecx
        mov     [nmi_guard_entry], ecx
        mov     [machine_check_guard_entry], ecx
        mov     [interrupt_guard_entry], ecx
        mov     [main_guard_entry], ecx

        mov     eax, CR4_LONG_MODE
        mov     cr4, eax
        mov     eax, page_map
        mov     cr3, eax
        mov     ecx, EFER
        mov     eax, EFER_LONG_MODE
        xor     edx, edx
        wrmsr
        mov     eax, CR0_LONG_MODE
        mov     cr0, eax
        lgdt    [global_descriptors_pointer]
        jmp     CODE_SELECTOR:long_mode

; The processor can't run the image (qemu -cpu qemu32): say so on the serial line, and stop for good.
no_long_mode:
        mov     esi, no_long_mode_text
        mov     dx, 0x3f8
.next:  lodsb
        test    al, al
        jz      .stop
        out     dx, al
        jmp     .next
.stop:  cli
        hlt
        jmp     .stop
no_long_mode_text:
        db "toro: this processor has no 64-bit mode with no-execute pages", 10, 0

        bits 64
long_mode:
        mov     eax, DATA_SELECTOR
        mov     ss, eax
        mov     esp, main_stack_top
        mov     eax, TASK_SELECTOR
        ltr     ax
        lidt    [interrupt_descriptors_pointer]
        mov     ecx, GS_BASE
        mov     eax, boot_core_block
        xor     edx, edx
        wrmsr
        push    0                       ; the return address that ends a walk over the stack
        jmp     kernelMain

section .bss
        alignb 4096
page_directory:         resb 4096       ; of the first gigabyte
page_map:               resb 4096
device_directory:       resb 4096       ; of the fourth gigabyte, where the devices are: the kernel enters it
page_directory_pointers: resb 4096

; What the loader said, as src/kernel/boot-info.ts reads it.
boot_information:
.memory_map_end:        resd 1          ; address behind the last entry at MEMORY_MAP
.command_line_end:      resd 1          ; address of the zero byte; COMMAND_LINE_LIMIT: the line was too long
.rsdp:                  resd 1          ; address of the ACPI root pointer, 0: not passed
.names_image:           resd 1          ; 1: the command line's first word is the image's name
