/**
 * The end of the machine, with the program's exit code where the virtual machine can carry one.
 */
import { addr, cli, hlt, i32, inb, inl, outb, outl, outw, stackBuffer, load8, store8, text, u32, u64 } from 'toro:machine';
import { haltForNs } from './clock.ts';
import { consoleWriteText, formatDecimal } from './console.ts';
import { mapDevice } from './page-tables.ts';
import { serialDrain } from './serial.ts';

/** QEMU's isa-debug-exit: reads 0 where it is there; writing n ends QEMU with 2n + 1, of which 8 bits remain. */
const DEBUG_EXIT = 0xf4;
const DEBUG_EXIT_LIMIT = 127;
/** QEMU's debugcon: reads its own number where it is there. */
const DEBUGCON = 0xe9;

/** ACPI's power management control of pc and q35 with SLP_EN and the sleep type of S5, as QEMU numbers both. */
const POWER_MANAGEMENT_CONTROL = 0x604;
const SLEEP_ENABLE = 0x2000;
/** ACPI's sleep control register of microvm, with SLP_EN and its type of S5. */
const MICROVM_SLEEP_CONTROL = 0xfea0_0200n;
const MICROVM_SLEEP = 0x34;
/** How long a machine may take to switch off. */
const SWITCH_OFF_NS = 2_000_000_000n;

let switchingOff = false;

/**
 * Ends the machine when all output has left it. Exit codes have 8 bits, as everywhere: 0 to 126 go through isa-debug-exit, larger ones
 * are the last line on debugcon and 127 there. Without that device the machine is switched off.
 */
export function powerOff(code: i32): never {
  cli();
  serialDrain();
  if (inl(DEBUG_EXIT) === 0) exitThroughDevice(u32(code & 0xff));
  if (!switchingOff) switchOff();
  for (;;) hlt();
}

/** The machine's processor goes on for a while after it was told to. A panic in here must not begin anew. */
function switchOff(): void {
  switchingOff = true;
  outw(POWER_MANAGEMENT_CONTROL, SLEEP_ENABLE);
  if (mapDevice(u64(MICROVM_SLEEP_CONTROL))) store8(addr(MICROVM_SLEEP_CONTROL), MICROVM_SLEEP);
  haltForNs(u64(SWITCH_OFF_NS));
  consoleWriteText(text('toro: this machine can not be switched off by the program\n'));
}

function exitThroughDevice(code: u32): void {
  if (code >= DEBUG_EXIT_LIMIT && inb(DEBUGCON) === DEBUGCON) {
    const buffer = stackBuffer(16);
    const end = addr(buffer + 16n);
    for (let at = formatDecimal(code, end); at < end; at = addr(at + 1n)) outb(DEBUGCON, load8(at));
    outb(DEBUGCON, 0x0a);
  }
  outl(DEBUG_EXIT, code < DEBUG_EXIT_LIMIT ? code : DEBUG_EXIT_LIMIT);
}
