many:
sub rsp, 40
.b0:
movsd [rsp+16], xmm0
mov qword [rsp+0], rdi
mov rdi, qword [rsp+48]
mov rax, qword [rsp+56]
mov qword [rsp+8], rax
xchg rsi, r9
xchg rdx, r8
call many
.c0:
movsd [rsp+24], xmm0
mov rdi, qword [rsp+56]
call keep
.c1:
movsd xmm0, qword [rsp+24]
addsd xmm0, qword [rsp+16]
add rsp, 40
ret
; many: frame 40 bytes
;   .c0  2:3  live rsp+56
;   .c1  3:3

catches:
sub rsp, 8
.b0:
mov [rsp+0], rdi
mov rdi, rsi
call risky
.c0:
.b1:
add rsp, 8
ret
.b2:
.b3:
mov rdi, rax
mov rsi, qword [rsp+0]
call join
.c1:
add rsp, 8
ret
; catches: frame 8 bytes
;   .c0  6:5  live rsp+0  handler .b2
;   .c1  9:7 in inner (b.ts:8:5)

uniform:
sub rsp, 24
.b0:
mov [rsp+16], rdi
mov r8d, 2
mov qword [rsp+0], rsi
mov esi, 2
mov qword [rsp+8], 2
mov edx, 2
mov rcx, rsp
mov eax, [rdi]
call [rax+32]
.c0:
mov rdi, qword [rsp+16]
mov rsi, rax
mov r8d, 2
xor edx, edx
mov rcx, rsp
mov eax, [rdi]
call [rax+32]
.c1:
add rsp, 24
ret
; uniform: frame 24 bytes
;   .c0  12:3  live rsp+0 rsp+8 rsp+16
;   .c1  13:3

point:
sub rsp, 24
.b0:
mov rax, [gs:8]
lea rsi, [rax+24]
cmp rsi, [gs:16]
ja short .b1
.b2:
mov [gs:8], rsi
mov qword [rax], shape_point
.b3:
mov qword [rax+8], rdi
movsd [rax+16], xmm0
add rsp, 24
ret
.b1:
mov [rsp+0], rdi
movsd [rsp+8], xmm0
mov edi, 24
mov esi, shape_point
call src~runtime~heap#allocateSlow
.c0:
mov rdi, qword [rsp+0]
movsd xmm0, qword [rsp+8]
jmp short .b3
; point: frame 24 bytes
;   .c0  16:3  live rsp+0

coldcall:
sub rsp, 24
.b0:
mov [rsp+0], rdi
mov [rsp+8], rsi
xor eax, eax
jmp short .b1
.b2:
cmp rax, rsi
jne short .b5
.b3:
mov [rsp+16], rax
call rare
.c0:
mov rax, qword [rsp+16]
mov rdi, qword [rsp+0]
mov rsi, qword [rsp+8]
.b5:
add rax, 1
.b1:
cmp rax, rdi
jl short .b2
.b6:
add rsp, 24
ret
; coldcall: frame 24 bytes
;   .c0  20:5

checked:
sub rsp, 8
cmp rsp, [gs:24]
jb short .overflow
.b0:
call fixed_name
.c0:
add rsp, 8
ret
.overflow:
call stack_overflow
.overflow_site:
ud2
; checked: frame 8 bytes
;   .c0  23:3
;   .overflow_site  22:1
