/**
 * The heap of a core: a semispace that bump allocation fills and a copying collection (collector.ts) empties into a fresh one.
 *
 *   spaceBase            allocPointer                          spaceEnd
 *   [ cells ............ | free ............................... ]
 *
 * allocPointer and allocLimit are in the core block, where compiled code bumps them itself. allocLimit is spaceEnd, but in chaos
 * mode (`chaos_flag`) allocPointer, so that every allocation comes here and collects. Both are 0 until the first allocation: a
 * program that allocates nothing takes no memory.
 *
 * The next space is twice as large where the last collection left more than a quarter of the space in use, so that the work of
 * copying stays below a constant per allocated byte.
 */
import { addr, asRef, callAddress, coreLoad64, coreStore64, load32, type ref, store64, symbol, u64 } from 'toro:machine';
import { platformReleaseMemory, platformTakeMemory } from 'toro:platform';
import { LOAD_SLACK_BYTES } from '../layout/cell.ts';
import { core } from '../layout/core.ts';
import { beginEvacuation, evacuateMutableRegion, evacuateReachable, evacuateStack } from './collector.ts';
import { outOfMemory } from './fatal.ts';

const FIRST_SPACE_BYTES = 0x4_0000n;
const PAGE_MASK = 0xfffn;
/** What chaos mode leaves in place of moved cells: no shape, no pointer, an odd double. */
const POISON = 0x7ffb_dead_dead_deadn;

let spaceBase = u64(0n);
let spaceEnd = u64(0n);
let liveBytes = u64(0n);
/** The emptied space of the last collection, for the next one; 0 = none. */
let reserveBase = u64(0n);
let reserveBytes = u64(0n);

/**
 * A cell of `bytes` (a multiple of 8) with its header set. The caller sets all other tracked words before it allocates again.
 */
export function allocate(bytes: u64, shape: u64): ref {
  const cell = coreLoad64(core.allocPointer);
  const next = u64(cell + bytes);
  if (next > coreLoad64(core.allocLimit)) return allocateSlow(bytes, shape);
  coreStore64(core.allocPointer, next);
  store64(addr(cell), shape);
  return asRef(addr(cell));
}

/** As `allocate`, when the space is full or chaos mode is on. */
export function allocateSlow(bytes: u64, shape: u64): ref {
  const chaos = load32(symbol('chaos_flag')) !== 0;
  if (spaceBase === 0n) {
    takeFirstSpace(bytes);
  } else if (chaos || u64(coreLoad64(core.allocPointer) + bytes) > spaceEnd) {
    callAddress(symbol('collect_from_here'), bytes);
  }
  const cell = coreLoad64(core.allocPointer);
  const next = u64(cell + bytes);
  coreStore64(core.allocPointer, next);
  coreStore64(core.allocLimit, chaos ? next : spaceEnd);
  store64(addr(cell), shape);
  return asRef(addr(cell));
}

/**
 * Moves all that is reachable into a fresh space with room for `bytesNeeded` more. Entered through `collect_from_here`, which
 * passes the call site to walk from.
 * @symbol collectFromStack
 */
export function collectFromStack(bytesNeeded: u64, returnAddress: u64, stackPointer: u64): u64 {
  const fromBase = spaceBase;
  const fromBytes = u64(spaceEnd + u64(LOAD_SLACK_BYTES) - spaceBase);
  const usedBytes = u64(coreLoad64(core.allocPointer) - fromBase);
  takeNextSpace(u64(usedBytes + bytesNeeded), u64(liveBytes << 2n) > fromBytes ? u64(fromBytes << 1n) : fromBytes);

  beginEvacuation(fromBase, usedBytes, spaceBase);
  evacuateStack(returnAddress, stackPointer);
  evacuateMutableRegion();
  const free = evacuateReachable(spaceBase);

  liveBytes = u64(free - spaceBase);
  coreStore64(core.allocPointer, free);
  coreStore64(core.allocLimit, spaceEnd);
  if (load32(symbol('chaos_flag')) !== 0) poison(fromBase, usedBytes);
  keepAsReserve(fromBase, fromBytes);
  return u64(0n);
}

/** Bytes that live and dead cells occupy: process.memoryUsage().heapUsed. */
export function heapUsedBytes(): u64 {
  return u64(coreLoad64(core.allocPointer) - spaceBase);
}

function takeFirstSpace(bytesNeeded: u64): void {
  const bytes = pagesFor(bytesNeeded, u64(FIRST_SPACE_BYTES));
  const base = u64(platformTakeMemory(bytes));
  if (base === 0n) outOfMemory();
  spaceBase = base;
  spaceEnd = u64(base + bytes - u64(LOAD_SLACK_BYTES));
  coreStore64(core.allocPointer, base);
  coreStore64(core.allocLimit, spaceEnd);
}

/** Makes a space of `wanted` bytes current, at least `needed`; where memory is short, whatever suffices. */
function takeNextSpace(needed: u64, wanted: u64): void {
  let bytes = pagesFor(needed, wanted);
  if (reserveBase !== 0n && reserveBytes >= bytes) {
    spaceBase = reserveBase;
    spaceEnd = u64(reserveBase + reserveBytes - u64(LOAD_SLACK_BYTES));
    reserveBase = u64(0n);
    return;
  }
  releaseReserve();
  let base = u64(platformTakeMemory(bytes));
  if (base === 0n) {
    bytes = pagesFor(needed, u64(0n));
    base = u64(platformTakeMemory(bytes));
    if (base === 0n) outOfMemory();
  }
  spaceBase = base;
  spaceEnd = u64(base + bytes - u64(LOAD_SLACK_BYTES));
}

function keepAsReserve(base: u64, bytes: u64): void {
  releaseReserve();
  reserveBase = base;
  reserveBytes = bytes;
}

function releaseReserve(): void {
  if (reserveBase !== 0n) platformReleaseMemory(addr(reserveBase), reserveBytes);
  reserveBase = u64(0n);
}

/** The larger of the two and the slack behind the last cell, in whole pages. */
function pagesFor(needed: u64, wanted: u64): u64 {
  const bytes = needed > wanted ? needed : wanted;
  return u64((bytes + u64(LOAD_SLACK_BYTES) + PAGE_MASK) & ~PAGE_MASK);
}

function poison(base: u64, bytes: u64): void {
  const end = u64(base + bytes);
  for (let at = base; at < end; at = u64(at + 8n)) store64(addr(at), u64(POISON));
}
