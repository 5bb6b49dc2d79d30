/**
 * Page tables beyond the image's own blocks, which the boot code mapped in pages of 4 KB: everything else is mapped in blocks of
 * 2 MB, at its physical address, when it is first taken (Intel SDM volume 3, 4.5).
 */
import { addr, load64, store64, symbol, u64 } from 'toro:machine';
import { TABLE_PAGES, TABLE_PAGES_LIMIT } from './low-memory.ts';

const PRESENT = 0x1n;
const WRITABLE = 0x2n;
const WRITE_THROUGH = 0x8n;
const CACHE_DISABLED = 0x10n;
const BLOCK = 0x80n;
const NO_EXECUTE = 0x8000_0000_0000_0000n;
const ADDRESS_MASK = 0xf_ffff_ffff_f000n;

const PAGE_BYTES = 0x1000n;
const BLOCK_BYTES = 0x20_0000n;
const BLOCK_MASK = 0x1f_ffffn;
/** What one table of directories maps: addresses above are out of reach. */
export const ADDRESS_LIMIT = 0x80_0000_0000n;

/** Every program maps a device: this gigabyte's directory is in the image's zeroed memory, where nothing has to clear it. */
const DEVICES_GIGABYTE = 3n;

let nextTablePage = u64(TABLE_PAGES);

/**
 * Makes the memory from `base` to `end` usable as ordinary writable memory. False where there is no page left for the tables.
 */
export function mapMemory(base: u64, end: u64): boolean {
  return mapBlocks(base, end, u64(PRESENT | WRITABLE | BLOCK | NO_EXECUTE));
}

/**
 * Makes a device's registers usable, uncached, with the rest of their block. False where there is no page left for the tables.
 */
export function mapDevice(physical: u64): boolean {
  return mapBlocks(physical, u64(physical + 1n), u64(PRESENT | WRITABLE | WRITE_THROUGH | CACHE_DISABLED | BLOCK | NO_EXECUTE));
}

/** An entry that is there already stays as it is. The processor remembers none that was not present, so nothing is flushed. */
function mapBlocks(base: u64, end: u64, flags: u64): boolean {
  for (let block = u64(base & ~BLOCK_MASK); block < end; block = u64(block + BLOCK_BYTES)) {
    const directory = directoryOf(block);
    if (directory === 0n) return false;
    const entry = addr(directory + (u64(block >> 21n) & 511n) * 8n);
    if (load64(entry) === 0n) store64(entry, u64(block | flags));
  }
  return true;
}

/** The page directory of the address's gigabyte, made where it's missing; 0: no page is left. */
function directoryOf(address: u64): addr {
  const entry = addr(symbol('page_directory_pointers') + u64(address >> 30n) * 8n);
  const present = load64(entry);
  if (present !== 0n) return addr(present & ADDRESS_MASK);
  if (address >> 30n === DEVICES_GIGABYTE) {
    store64(entry, u64(symbol('device_directory') | PRESENT | WRITABLE));
    return symbol('device_directory');
  }
  if (nextTablePage === TABLE_PAGES_LIMIT) return addr(0n);
  const page = addr(nextTablePage);
  nextTablePage = u64(nextTablePage + PAGE_BYTES);
  for (let at = page; at < nextTablePage; at = addr(at + 8n)) store64(at, 0n);
  store64(entry, u64(page | PRESENT | WRITABLE));
  return page;
}
