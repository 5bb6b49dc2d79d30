/**
 * The copying collector: Cheney's algorithm (CACM 1970) over one from-space.
 *
 * A tracked word is a ref or a boxed value; it points into the from-space exactly when `word - fromBase < fromBytes` unsigned,
 * since numbers lie above all addresses and immediates below: that one compare decides. The cell is copied once, its header replaced by its
 * new address + 1, and the to-space itself is the queue of cells whose words are still to be looked at. Static cells are never
 * moved; those that a program can change are in the root runs of the mutable region.
 *
 * Nothing here allocates, and no frame of this file holds a reference.
 */
import { addr, ctz32, load16, load32, load64, load8, store64, symbol, u32, u64 } from 'toro:machine';
import { FORWARDED_BIT, LENGTH, PAYLOAD, SHAPE_ADDRESS_MASK } from '../layout/cell.ts';
import { FRAME_ENTRY_ADVANCE, FRAME_ENTRY_RECORD, FRAME_ENTRY_SITE, FRAME_RECORD_LIVE_MAPS, FRAME_SITE_LIVE_MAP } from '../layout/frame-table.ts';
import { ROOTS_COUNT, ROOTS_RUNS, ROOT_RUN_ADDRESS, ROOT_RUN_BYTES, ROOT_RUN_WORDS } from '../layout/mutable-region.ts';
import {
  SHAPE_FLAGS, SHAPE_FLAG_LONG_MAP, SHAPE_POINTER_BITMAP, SHAPE_SIZE_WORDS, SHAPE_TRACKED_PAYLOAD, SHAPE_UNIT_SHIFT,
} from '../layout/shape.ts';
import { findFrame } from './frames.ts';

let fromBase = u64(0n);
let fromBytes = u64(0n);
let free = u64(0n);

/**
 * Starts a collection out of `bytes` at `base` into the space at `to`.
 * @noalloc
 */
export function beginEvacuation(base: u64, bytes: u64, to: u64): void {
  fromBase = base;
  fromBytes = bytes;
  free = to;
}

/**
 * Updates the tracked words of all frames, from the one at `stackPointer` to the end of the stack.
 * @noalloc
 */
export function evacuateStack(returnAddress: u64, stackPointer: u64): void {
  let site = returnAddress;
  let frame = stackPointer;
  while (site !== 0n) {
    const entry = findFrame(u32(site));
    const record = addr(u64(load32(entry, FRAME_ENTRY_RECORD)));
    const mapIndex = load16(addr(u64(load32(entry, FRAME_ENTRY_SITE))), FRAME_SITE_LIVE_MAP);
    const map = addr(u64(load32(record, FRAME_RECORD_LIVE_MAPS)) + (u64(mapIndex) << 1n));
    const end = addr(map + 2n + (u64(load16(map)) << 1n));
    for (let slot = addr(map + 2n); slot < end; slot = addr(slot + 2n)) {
      evacuateWord(addr(frame + (u64(load16(slot)) << 3n)));
    }
    frame = u64(frame + load64(entry, FRAME_ENTRY_ADVANCE));
    site = load64(addr(frame - 8n));
  }
}

/**
 * Updates the tracked words of the mutable region.
 * @noalloc
 */
export function evacuateMutableRegion(): void {
  const table = symbol('mutable_roots');
  let run = addr(table + u64(ROOTS_RUNS));
  const end = addr(run + u64(u32(load32(table, ROOTS_COUNT) * ROOT_RUN_BYTES)));
  while (run < end) {
    evacuateWords(addr(u64(load32(run, ROOT_RUN_ADDRESS))), u64(load32(run, ROOT_RUN_WORDS)));
    run = addr(run + u64(ROOT_RUN_BYTES));
  }
}

/**
 * Looks at the words of all cells in the to-space, which grows by what they point to. Returns the end of the to-space's cells.
 * @noalloc
 */
export function evacuateReachable(to: u64): u64 {
  let cell = addr(to);
  while (u64(cell) < free) {
    const shape = addr(load64(cell) & SHAPE_ADDRESS_MASK);
    const sizeWords = u64(load16(shape, SHAPE_SIZE_WORDS));
    if (sizeWords !== 0n) {
      if ((load8(shape, SHAPE_FLAGS) & SHAPE_FLAG_LONG_MAP) !== 0) evacuateByLongMap(cell, shape, sizeWords);
      else evacuateByMap(cell, load32(shape, SHAPE_POINTER_BITMAP));
      cell = addr(cell + (sizeWords << 3n));
    } else {
      const bytes = variableCellBytes(cell, shape);
      if (load8(shape, SHAPE_TRACKED_PAYLOAD) !== 0) evacuateWords(addr(cell + u64(PAYLOAD)), u64(u64(bytes - u64(PAYLOAD)) >> 3n));
      cell = addr(cell + bytes);
    }
  }
  return free;
}

/**
 * The size of a cell whose payload varies: header, length word and padded payload.
 * @noalloc
 */
function variableCellBytes(cell: addr, shape: addr): u64 {
  const payloadBytes = u64(u64(load32(cell, LENGTH)) << u64(load8(shape, SHAPE_UNIT_SHIFT)));
  return u64((payloadBytes + u64(PAYLOAD) + 7n) & ~7n);
}

/** @noalloc */
function evacuateByMap(base: addr, bitmap: u32): void {
  let rest = bitmap;
  while (rest !== 0) {
    evacuateWord(addr(base + (u64(ctz32(rest)) << 3n)));
    rest = u32(rest & (rest - 1));
  }
}

/** @noalloc */
function evacuateByLongMap(cell: addr, shape: addr, sizeWords: u64): void {
  let map = addr(u64(load32(shape, SHAPE_POINTER_BITMAP)));
  const end = addr(cell + (sizeWords << 3n));
  for (let base = cell; base < end; base = addr(base + 256n)) {
    evacuateByMap(base, load32(map));
    map = addr(map + 4n);
  }
}

/** @noalloc */
function evacuateWords(first: addr, count: u64): void {
  const end = addr(first + (count << 3n));
  for (let at = first; at < end; at = addr(at + 8n)) evacuateWord(at);
}

/**
 * Moves the cell that the word points to, unless it lies elsewhere or has moved already, and updates the word.
 * @noalloc
 */
function evacuateWord(at: addr): void {
  const word = load64(at);
  if (u64(word - fromBase) >= fromBytes) return;
  const header = load64(addr(word));
  if ((header & FORWARDED_BIT) !== 0n) {
    store64(at, u64(header - FORWARDED_BIT));
    return;
  }
  const shape = addr(header & SHAPE_ADDRESS_MASK);
  const sizeWords = u64(load16(shape, SHAPE_SIZE_WORDS));
  const bytes = sizeWords !== 0n ? u64(sizeWords << 3n) : variableCellBytes(addr(word), shape);
  const moved = free;
  free = u64(moved + bytes);
  store64(addr(moved), header);
  let from = addr(word + 8n);
  const end = addr(word + bytes);
  let to = addr(moved + 8n);
  while (from < end) {
    store64(to, load64(from));
    from = addr(from + 8n);
    to = addr(to + 8n);
  }
  store64(addr(word), u64(moved | FORWARDED_BIT));
  store64(at, moved);
}
