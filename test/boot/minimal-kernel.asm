; A kernelMain without a compiler: prints what boot.asm handed over, and exits as the command line's last character says.
; It tests the boot code alone. '0' exit with code 0; 'w' writes to the image's code, 'x' executes its data, 'n' reads the null page,
; 's' overflows the stack, 'u' and 'v' raise interrupts that nobody handles; each of these has to arrive in handleFault, which exits with
; the vector. 't' halts until the timer's interrupt and exits with 0 if the handler ran on its own stack and all registers came back.
        default rel
        bits 64
global  kernelMain, handleFault
extern  boot_information, main_stack_top, interrupt_stack_top, interrupt_handlers, page_directory_pointers

COM1    equ 0x3f8
LAPIC   equ 0xfee00000

section .text
kernelMain:
        test    rsp, 15                 ; a call pushes 8 bytes on a 16-byte aligned stack
        lea     rax, [main_stack_top]
        sub     rax, rsp
        cmp     rax, 8
        jne     .bad
        movaps  xmm0, [aligned]         ; SSE works
        mov     rax, [gs:0]
        cmp     rax, [gs:0]             ; the core block is there
        jne     .bad
        lea     rsi, [greeting]
        call    print
        mov     esi, 0x11000            ; the command line
        call    print
        mov     al, 10
        call    put
        mov     esi, 0x10000            ; the memory map, entry by entry
.entry: mov     rax, [rsi]
        call    hex
        mov     rax, [rsi + 8]
        call    hex
        mov     eax, [rsi + 16]
        call    hex
        mov     al, 10
        call    put
        add     esi, 24
        cmp     esi, [boot_information]
        jb      .entry
        mov     edx, [boot_information + 4]
        movzx   eax, byte [rdx - 1]
        cmp     al, 'w'
        je      .write_code
        cmp     al, 'x'
        je      .execute_data
        cmp     al, 'n'
        je      .read_null
        cmp     al, 's'
        je      .overflow
        cmp     al, 'u'
        je      .unexpected
        cmp     al, 'v'
        je      .no_descriptor
        cmp     al, 't'
        je      .timer
        xor     eax, eax
        jmp     exit
.bad:   mov     eax, 100
        jmp     exit
.write_code:
        mov     byte [kernelMain], 0
        jmp     .bad
.execute_data:
        mov     byte [writable], 0xc3
        lea     rax, [writable]
        call    rax
        jmp     .bad
.read_null:
        mov     al, [abs 8]
        jmp     .bad
.overflow:
        call    .overflow
        jmp     .bad

.unexpected:
        int     40
        jmp     .bad
.no_descriptor:
        int     200
        jmp     .bad
.timer: mov     qword [page_directory_pointers + 3 * 8], 0x21003
        mov     edi, 0x21000
        xor     eax, eax
        mov     ecx, 512
        rep     stosq
        mov     dword [0x21000 + 0x1f7 * 8], 0xfee0009b
        mov     edi, LAPIC
        mov     al, 0xff                ; the 8259s are silent
        out     0x21, al
        out     0xa1, al
        lea     rax, [timer_handler]
        mov     [interrupt_handlers], rax
        mov     dword [rdi + 0xf0], 0x13f
        mov     dword [rdi + 0x320], 32
        mov     dword [rdi + 0x380], 10000000
%define REGISTERS rax, rcx, rdx, rbx, rbp, rsi, rdi, r8, r9, r10, r11, r12, r13, r14, r15
%macro set_registers 1-*
  %assign value 0x1111
  %rep %0
        mov     %1, value
    %assign value value + 0x1111
    %rotate 1
  %endrep
%endmacro
%macro check_registers 1-*
  %assign value 0x1111
  %rep %0
        cmp     %1, value
        jne     .bad
    %assign value value + 0x1111
    %rotate 1
  %endrep
%endmacro
        set_registers REGISTERS
        sti
        hlt
        cli
        check_registers REGISTERS
        cmp     dword [handled], 1
        jne     .bad
        xor     eax, eax
        jmp     exit

; rdi: the interrupt frame.
timer_handler:
        cmp     dword [rdi + 120], 32
        jne     .wrong
        lea     rax, [interrupt_stack_top]
        sub     rax, rsp
        cmp     rax, 24                 ; the frame's address twice, and the return address
        jne     .wrong
        inc     dword [handled]
.wrong: mov     eax, LAPIC
        mov     dword [rax + 0xb0], 0
        xor     eax, eax
        mov     ecx, eax
        mov     rdi, rax
        mov     r15, rax
        ret

; rdi: the interrupt frame.
handleFault:
        mov     eax, [rdi + 120]
exit:   mov     ecx, eax
        mov     dx, COM1 + 5
.busy:  in      al, dx
        test    al, 0x40                ; all has been sent
        jz      .busy
        mov     eax, ecx
        mov     dx, 0xf4
        out     dx, eax
.halt:  cli
        hlt
        jmp     .halt

put:    push    rdx
        push    rax
        mov     dx, COM1 + 5
.busy:  in      al, dx
        test    al, 0x20                ; ready for the next byte
        jz      .busy
        pop     rax
        mov     dx, COM1
        out     dx, al
        pop     rdx
        ret
print:  lodsb
        test    al, al
        jz      .end
        call    put
        jmp     print
.end:   ret
; rax in hexadecimal and a space.
hex:    mov     ecx, 16
        mov     rbx, rax
.digit: rol     rbx, 4
        mov     eax, ebx
        and     eax, 15
        movzx   eax, byte [digits + rax]
        call    put
        dec     ecx
        jnz     .digit
        mov     al, ' '
        jmp     put

section .rodata
        align 16
aligned:        dq 0, 0
digits:         db "0123456789abcdef"
greeting:       db "hello from long mode", 10, 0
section .data
writable:       db 0
        align 4
handled:        dd 0
