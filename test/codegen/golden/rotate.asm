rotates:
.b0:
rol edi, 7
xor edi, esi
mov rax, rdi
ret
; rotates: frame 0 bytes

other_values_or_counts:
.b0:
mov rax, rdi
shl eax, 7
shr edi, 24
or edi, eax
shr esi, 25
or eax, esi
xor eax, edi
ret
; other_values_or_counts: frame 0 bytes
