/** Copies between non-overlapping memory, in words where they fit. The last word overlaps the one before instead of a loop over bytes. */
import { addr, load16, load32, load64, load8, store16, store32, store64, store8, u64 } from 'toro:machine';

/** @noalloc */
export function copyBytes(to: addr, from: addr, bytes: u64): void {
  if (bytes >= 8n) {
    const last = addr(from + bytes - 8n);
    let source = from;
    let target = to;
    while (source < last) {
      store64(target, load64(source));
      source = addr(source + 8n);
      target = addr(target + 8n);
    }
    store64(addr(to + bytes - 8n), load64(last));
  } else if (bytes >= 4n) {
    const tail = load32(addr(from + bytes - 4n));
    store32(to, load32(from));
    store32(addr(to + bytes - 4n), tail);
  } else if (bytes >= 2n) {
    const tail = load16(addr(from + bytes - 2n));
    store16(to, load16(from));
    store16(addr(to + bytes - 2n), tail);
  } else if (bytes !== 0n) {
    store8(to, load8(from));
  }
}

/**
 * As copyBytes where the two may overlap (memmove).
 * @noalloc
 */
export function moveBytesWithin(to: addr, from: addr, bytes: u64): void {
  if (u64(to - from) >= bytes) {
    let at = u64(0n);
    while (u64(at + 8n) <= bytes) {
      store64(addr(to + at), load64(addr(from + at)));
      at = u64(at + 8n);
    }
    while (at < bytes) {
      store8(addr(to + at), load8(addr(from + at)));
      at = u64(at + 1n);
    }
  } else {
    let at = bytes;
    while (at >= 8n) {
      at = u64(at - 8n);
      store64(addr(to + at), load64(addr(from + at)));
    }
    while (at > 0n) {
      at = u64(at - 1n);
      store8(addr(to + at), load8(addr(from + at)));
    }
  }
}

/**
 * Sets whole words to zero; `bytes` is a multiple of 8.
 * @noalloc
 */
export function clearWords(at: addr, bytes: u64): void {
  const end = addr(at + bytes);
  for (let word = at; word < end; word = addr(word + 8n)) store64(word, u64(0n));
}
