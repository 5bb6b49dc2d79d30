; The boot part of an image for the toro target, as one object: everything between the loader and the first compiled function.
; One object, so that the interrupt descriptor table can be finished data: its section lies at a fixed address (toro.ld checks that).
        default rel

BOOT_SECTION_ADDRESS equ 0x100180

%include "core.inc"
%include "headers.asm"
%include "entry.asm"
%include "core-block.asm"
%include "interrupt-stubs.asm"
%include "interrupt-table.asm"
