; Where a collection begins to walk its own stack (src/runtime/heap.ts). The jump leaves no frame here: the frame table has no entry for this.

default rel

extern collectFromStack

; collect_from_here(rdi: bytes needed): collectFromStack(bytes, return address, stack pointer) as if called by our caller.
section .text.collect_from_here progbits alloc exec nowrite align=16
global collect_from_here
collect_from_here:
    mov rsi, [rsp]
    lea rdx, [rsp + 8]
    jmp collectFromStack
