addresses:
.b0:
mov rax, qword [rdi+rsi*8+32]
add rax, [rdi+rsi*4+16]
mov qword [src~kernel~x#counter], rax
mov esi, edx
mov byte [src~kernel~x#counter+rsi], dl
mov rsi, 0x123456789abcdef
mov qword [rdi+8], rsi
mov word [rdi+2], dx
mov qword [rdi], -1
ret
; addresses: frame 0 bytes

compare:
.b0:
cmp dword [rdi], shape_x
jne short .b2
.b1:
test esi, 12
setne al
movzx eax, al
ret
.b2:
cmp qword [rdi+8], 100
setae al
movzx eax, al
ret
; compare: frame 0 bytes

buffer:
sub rsp, 40
.b0:
lea rsi, [rsp+16]
mov [rsp+0], rsi
mov qword [rsi+8], rdi
mov rdi, rsi
call fill
.c0:
mov rdi, qword [rsp+0]
mov rax, qword [rdi+16]
add rsp, 40
ret
; buffer: frame 40 bytes
;   .c0  0:0
