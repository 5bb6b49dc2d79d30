import { addr, addressOf, type ref, store32, symbol, u32, u64 } from 'toro:machine';
import { BYTES_DATA, BYTES_LENGTH } from '../layout/array.ts';
import { clearWords } from './copy.ts';
import { allocate } from './heap.ts';

/** A bytes cell (src/layout/array.ts) of that length, zeroed. */
export function allocateBytes(length: u32): ref {
  const size = u64((u64(length) + u64(BYTES_DATA) + 7n) & ~7n);
  const cell = allocate(size, u64(symbol('shape_bytes')));
  clearWords(addr(addressOf(cell) + u64(BYTES_LENGTH)), u64(size - u64(BYTES_LENGTH)));
  store32(cell, length, BYTES_LENGTH);
  return cell;
}
