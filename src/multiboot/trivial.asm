; The floor that boots and idling are measured against: the least that a multiboot image can do. Flat binary: nasm -f bin.
; Prints one character on the serial line and on debugcon and ends through isa-debug-exit; with -dHALT it halts for good instead.
        org     0x100000
        bits 32

header: dd 0x1badb002
        dd 1 << 16
        dd -(0x1badb002 + (1 << 16))
        dd header, header, image_end, image_end, entry

entry:  mov     al, 'x'
        mov     dx, 0x3f8
        out     dx, al
        out     0xe9, al
%ifndef HALT
        xor     eax, eax
        out     0xf4, eax
%endif
.halt:  cli
        hlt
        jmp     .halt
image_end:
