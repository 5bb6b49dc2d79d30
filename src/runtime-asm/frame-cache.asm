; The cache of the frame table (src/layout/frame-table.ts): 256 entries of 32 bytes, all empty at start.

section .bss.frame_cache nobits alloc noexec write align=16
global frame_cache
frame_cache:
    resb 8192
