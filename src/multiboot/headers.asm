; What makes one ELF64 file start under both boot protocols that QEMU's -kernel knows.

MULTIBOOT_MAGIC         equ 0x1badb002
MULTIBOOT_MEMORY_INFO   equ 1 << 1      ; the loader has to pass a memory map
MULTIBOOT_ADDRESS_FIELDS equ 1 << 16    ; load by the addresses below: QEMU refuses an ELF64 file without them
MULTIBOOT_FLAGS         equ MULTIBOOT_MEMORY_INFO | MULTIBOOT_ADDRESS_FIELDS

extern  image_start, load_end, bss_end
global  boot_section, multiboot_header

; Multiboot 0.6.96, section 3.1: within the first 8 KB of the file, 4-byte aligned. The loader ignores the program headers, and
; so the distance between file offset and address is one constant for the whole image.
section .boot progbits alloc exec nowrite align=32
boot_section:
        align 4
multiboot_header:
        dd MULTIBOOT_MAGIC
        dd MULTIBOOT_FLAGS
        dd -(MULTIBOOT_MAGIC + MULTIBOOT_FLAGS)
        dd multiboot_header
        dd image_start                  ; load_addr
        dd load_end                     ; load_end_addr
        dd bss_end                      ; bss_end_addr
        dd multiboot_entry              ; entry_addr

; The note with the 32-bit entry point of the PVH protocol (Xen, public/elfnote.h: XEN_ELFNOTE_PHYS32_ENTRY).
XEN_ELFNOTE_PHYS32_ENTRY equ 18

section .note.pvh note alloc noexec nowrite align=4
        dd 4                            ; bytes of the name
        dd 8                            ; bytes of the description
        dd XEN_ELFNOTE_PHYS32_ENTRY
        db "Xen", 0
        dq pvh_entry
