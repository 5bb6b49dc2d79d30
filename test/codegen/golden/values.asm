bounds:
sub rsp, 8
.b0:
mov eax, dword [rdi+8]
cmp rsi, rax
jae short .b2
.b1:
mov rdi, qword [rdi+16]
movsd xmm0, qword [rdi+rsi*8+16]
add rsp, 8
ret
.b2:
call src~runtime~x#oops
.c0:
ud2
; bounds: frame 8 bytes
;   .c0  0:0

boxadd:
sub rsp, 8
.b0:
mov rax, 0x2000000000000
cmp rdi, rax
jb short .b5
.b1:
cmp rsi, rax
jb short .b5
.b2:
mov rdx, rdi
shr rdx, 49
cmp edx, 0x7fff
je short .i2
mov rdx, rdi
sub rdx, rax
movq xmm0, rdx
.d2:
mov rdi, rsi
shr rdi, 49
cmp edi, 0x7fff
je short .i3
mov rdi, rsi
sub rdi, rax
movq xmm1, rdi
.d3:
addsd xmm0, xmm1
movq rsi, xmm0
add rsi, rax
jmp short .b6
.b5:
call src~runtime~x#add
.c0:
mov rsi, rax
.b6:
mov rax, rsi
add rsp, 8
ret
.i2:
pxor xmm0, xmm0
cvtsi2sd xmm0, edi
jmp short .d2
.i3:
pxor xmm1, xmm1
cvtsi2sd xmm1, esi
jmp short .d3
; boxadd: frame 8 bytes
;   .c0  0:0
