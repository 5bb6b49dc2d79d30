spectral:
.b0:
xor eax, eax
xorps xmm0, xmm0
jmp short .b1
.b2:
lea rcx, [rsi+rax]
lea r8, [rcx+1]
imul rcx, r8
shr rcx, 1
lea rcx, [rcx+rsi+1]
pxor xmm1, xmm1
cvtsi2sd xmm1, rcx
movsd xmm2, qword [rdi+rax*8+16]
divsd xmm2, xmm1
addsd xmm0, xmm2
add rax, 1
.b1:
cmp rax, rdx
jl short .b2
.b3:
ret
; spectral: frame 0 bytes

sieve:
.b0:
mov eax, 2
xor edx, edx
jmp short .b1
.b2:
cmp byte [rdi+rax], 0
jne short .b8
.b3:
add edx, 1
lea rcx, [rax+rax]
jmp short .b4
.b5:
mov byte [rdi+rcx], 1
add rcx, rax
.b4:
cmp rcx, rsi
jl short .b5
.b8:
add rax, 1
.b1:
cmp rax, rsi
jl short .b2
.b9:
mov rax, rdx
ret
; sieve: frame 0 bytes

mandel:
.b0:
xor eax, eax
xorps xmm2, xmm2
xorps xmm3, xmm3
movsd xmm4, [double_4010000000000000]
movsd xmm5, [double_4000000000000000]
jmp short .b1
.b2:
movaps xmm6, xmm2
mulsd xmm6, xmm2
movaps xmm7, xmm3
mulsd xmm7, xmm3
movaps xmm8, xmm6
addsd xmm8, xmm7
ucomisd xmm8, xmm4
ja short .b6
.b4:
subsd xmm6, xmm7
addsd xmm6, xmm0
mulsd xmm3, xmm2
mulsd xmm3, xmm5
addsd xmm3, xmm1
add eax, 1
movaps xmm2, xmm6
.b1:
cmp eax, edi
jl short .b2
.b6:
ret
; mandel: frame 0 bytes
