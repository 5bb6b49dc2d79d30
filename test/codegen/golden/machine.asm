fixed:
.b0:
mov rcx, rsi
mov rax, rdi
shl rax, cl
mov r8, rdx
mov rdx, rax
or rdx, rsi
shr rdx, 32
jnz short .w1
div esi
.v1:
mov rcx, rax
mov rax, rdi
mov rdx, rax
or rdx, rcx
shr rdx, 32
jnz short .w2
div ecx
.v2:
lea rax, [rdx+rsi]
mov rsi, rax
mov rdx, r8
mov rax, r8
out dx, al
mov rdx, r8
in eax, dx
add rax, rsi
ret
.w1:
xor edx, edx
div rsi
jmp short .v1
.w2:
cqo
idiv rcx
jmp short .v2
; fixed: frame 0 bytes

system:
.b0:
mov eax, 1
xor r10d, r10d
xor r8d, r8d
xor r9d, r9d
syscall
add rax, rdx
ret
; system: frame 0 bytes

dense:
.b0:
mov esi, edi
sub esi, 3
cmp esi, 7
jae short .b8
jmp [.t0+rsi*8]
[section .rodata]
align 8
.t0: dq .b7, .b5, .b7, .b8, .b5, .b8, .b7
__?SECT?__
.b5:
mov eax, 2
ret
.b7:
mov eax, 1
ret
.b8:
mov rax, rdi
ret
; dense: frame 0 bytes

doubles:
.b0:
ucomisd xmm0, xmm1
jne short .b2
jp short .b2
.b1:
addsd xmm0, qword [double_3ff0000000000000]
ret
.b2:
ucomisd xmm1, xmm0
jna short .s3
movaps xmm0, xmm1
.s3:
ret
; doubles: frame 0 bytes
