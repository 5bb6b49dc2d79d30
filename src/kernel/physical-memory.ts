/**
 * The free RAM, as regions of whole pages: ascending, apart from each other, first fit. Heaps take few and large pieces, so that a
 * short list in one page does; it is made from the loader's memory map when the first piece is taken.
 *
 * A region in the list: u64 address, u64 address behind its end.
 */
import { addr, load64, store64, symbol, text, u32, u64 } from 'toro:machine';
import { memoryBase, memoryMapLength, ramEnd } from './boot-info.ts';
import { FREE_REGIONS } from './low-memory.ts';
import { ADDRESS_LIMIT, mapMemory } from './page-tables.ts';
import { panic } from './panic.ts';

const REGION_BYTES = 16n;
const REGION_END = 8;
const REGION_LIMIT = 256;
const PAGE_MASK = 0xfffn;

let regionsMade = false;
let regionCount = u32(0);

/** Writable memory of `lengthBytes`, rounded up to whole pages; contents undefined. 0 where there is none. */
export function takeMemory(lengthBytes: u64): addr {
  if (!regionsMade) makeRegions();
  const pagesBytes = u64((lengthBytes + PAGE_MASK) & ~PAGE_MASK);
  for (let index = u32(0); index < regionCount; index = u32(index + 1)) {
    const region = regionAt(index);
    const base = load64(region);
    const rest = u64(base + pagesBytes);
    if (rest >= base && rest <= load64(region, REGION_END)) {
      if (!mapMemory(base, rest)) return addr(0n);
      if (rest === load64(region, REGION_END)) removeRegion(index);
      else store64(region, rest);
      return addr(base);
    }
  }
  return addr(0n);
}

/** Gives back what `takeMemory` returned for the same length. */
export function releaseMemory(base: addr, lengthBytes: u64): void {
  addRegion(u64(base), u64((base + lengthBytes + PAGE_MASK) & ~PAGE_MASK));
}

/** All RAM above the image and its stacks, but for parts of pages and for addresses that the page tables can't reach. */
function makeRegions(): void {
  regionsMade = true;
  const imageEnd = u64(symbol('main_stack_top'));
  const entries = memoryMapLength();
  for (let index = u32(0); index < entries; index = u32(index + 1)) {
    let base = u64((memoryBase(index) + PAGE_MASK) & ~PAGE_MASK);
    let end = u64(ramEnd(index) & ~PAGE_MASK);
    if (base < imageEnd) base = imageEnd;
    if (end > ADDRESS_LIMIT) end = u64(ADDRESS_LIMIT);
    if (base < end) addRegion(base, end);
  }
}

/** Puts a region into its place, joined with neighbours that it touches. */
function addRegion(base: u64, end: u64): void {
  let index = u32(0);
  while (index < regionCount && load64(regionAt(index), REGION_END) < base) index = u32(index + 1);
  const region = regionAt(index);
  if (index === regionCount || load64(region) > end) {
    insertRegion(index, base, end);
    return;
  }
  if (load64(region) > base) store64(region, base);
  if (load64(region, REGION_END) < end) store64(region, end, REGION_END);
  const next = u32(index + 1);
  if (next < regionCount && load64(regionAt(next)) <= load64(region, REGION_END)) {
    store64(region, load64(regionAt(next), REGION_END), REGION_END);
    removeRegion(next);
  }
}

function insertRegion(index: u32, base: u64, end: u64): void {
  if (regionCount === REGION_LIMIT) panic(text('physical memory: the free list is full'));
  for (let at = regionAt(regionCount); at > regionAt(index); at = addr(at - REGION_BYTES)) {
    store64(at, load64(addr(at - REGION_BYTES)));
    store64(at, load64(addr(at - REGION_BYTES), REGION_END), REGION_END);
  }
  regionCount = u32(regionCount + 1);
  store64(regionAt(index), base);
  store64(regionAt(index), end, REGION_END);
}

function removeRegion(index: u32): void {
  regionCount = u32(regionCount - 1);
  for (let at = regionAt(index); at < regionAt(regionCount); at = addr(at + REGION_BYTES)) {
    store64(at, load64(addr(at + REGION_BYTES)));
    store64(at, load64(addr(at + REGION_BYTES), REGION_END), REGION_END);
  }
}

function regionAt(index: u32): addr {
  return addr(FREE_REGIONS + u64(index) * REGION_BYTES);
}
