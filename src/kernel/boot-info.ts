/**
 * What the loader said, multiboot or PVH: the boot code copied both into one form (src/multiboot/entry.asm, `boot_information`),
 * before any memory was taken.
 */
import { addr, load32, load64, symbol, u32, u64 } from 'toro:machine';
import { MEMORY_MAP } from './low-memory.ts';

/** An entry of the memory map: u64 base, u64 length in bytes, u32 type, u32 of no meaning. */
const ENTRY_BYTES = 24;
const ENTRY_LENGTH = 8;
const ENTRY_TYPE = 16;
/** The only type that is memory for general use (ACPI 6.4, table 15.4). */
const TYPE_RAM = 1;

/** Fields of `boot_information`. */
const MEMORY_MAP_END = 0;
const COMMAND_LINE_END = 4;
const NAMES_IMAGE = 12;

/** Entries of the memory map, in no order. */
export function memoryMapLength(): u32 {
  return u32(u32(u64(load32(symbol('boot_information'), MEMORY_MAP_END)) - MEMORY_MAP) / u32(ENTRY_BYTES));
}

/** First address of an entry. */
export function memoryBase(index: u32): u64 {
  return load64(entryAt(index));
}

/** Address behind the entry's last byte. An entry that isn't RAM ends where it begins. */
export function ramEnd(index: u32): u64 {
  const entry = entryAt(index);
  const base = load64(entry);
  return load32(entry, ENTRY_TYPE) === TYPE_RAM ? u64(base + load64(entry, ENTRY_LENGTH)) : base;
}

/** Address of the zero byte that ends the command line; COMMAND_LINE_LIMIT where the line was too long. */
export function commandLineEnd(): addr {
  return addr(load32(symbol('boot_information'), COMMAND_LINE_END));
}

/** Whether the command line begins with the image's name (multiboot). */
export function commandLineNamesImage(): boolean {
  return load32(symbol('boot_information'), NAMES_IMAGE) !== 0;
}


function entryAt(index: u32): addr {
  return addr(MEMORY_MAP + u64(index) * u64(ENTRY_BYTES));
}
