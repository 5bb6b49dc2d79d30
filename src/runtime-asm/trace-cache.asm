; The cache of captured stack traces (src/layout/trace-cache.ts), empty at start.

section .bss.trace_cache nobits alloc noexec write align=16
global trace_cache
    resb 16
trace_cache:
    resb 1024
