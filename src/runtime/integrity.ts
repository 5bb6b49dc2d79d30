/** Integrity levels of objects (ECMA-262 7.3.15): preventExtensions, seal and freeze set two bits of the header. */
import { load8, type ref, store8, u32 } from 'toro:machine';
import { GC_INTEGRITY, GC_INTEGRITY_SHIFT, HEADER_GC } from '../layout/cell.ts';

/** 0 none, 1 not extensible, 2 sealed, 3 frozen. */
export function integrityLevel(object: ref): u32 {
  return u32((load8(object, HEADER_GC) & GC_INTEGRITY) >>> GC_INTEGRITY_SHIFT);
}

/** Raises the level; it never falls. */
export function setIntegrityLevel(object: ref, level: u32): void {
  if (level > integrityLevel(object)) store8(object, u32((load8(object, HEADER_GC) & ~GC_INTEGRITY) | (level << GC_INTEGRITY_SHIFT)), HEADER_GC);
}
