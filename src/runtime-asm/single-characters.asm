; The strings of one Latin-1 character, as static cells (src/layout/string.ts, SINGLE_CHARACTER_BYTES), with their hashes as
; src/layout/string-hash.ts computes them.

extern shape_string8

section .rodata.single_characters progbits alloc noexec nowrite align=8
global single_characters
single_characters:
%assign unit 0
%rep 256
    %assign hash ((0x811c9dc5 ^ unit) * 0x01000193) & 0xffffffff
    %assign hash ((hash ^ (hash >> 16)) * 0x85ebca6b) & 0xffffffff
    %assign hash hash ^ (hash >> 13)
    dd shape_string8, 0, 1, hash
    dq unit
    %assign unit unit + 1
%endrep
