/**
 * The heap of a core: a semispace that bump allocation fills and a copying collection (collector.ts) empties into another one.
 *
 *   spaceBase            allocPointer            spaceEnd      spaceBase + spaceBytes
 *   [ cells ............ | free ................ | unused ..... ]
 *
 * The other one, the reserve, is held from the first collection on and is never smaller than what spaceEnd lets into the space: so a
 * collection always has room for all that may live. Behind spaceEnd lie at least LOAD_SLACK_BYTES, and more where memory was too
 * short for a reserve of the space's size.
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
import { emptyTraceCache } from './capture.ts';
import { beginEvacuation, evacuateMutableRegion, evacuateReachable, evacuateStack } from './collector.ts';
import { outOfMemory } from './fatal.ts';

const FIRST_SPACE_BYTES = 0x4_0000n;
const PAGE_MASK = 0xfffn;
/** What chaos mode leaves in place of moved cells: no shape, no pointer, an odd double. */
const POISON = 0x7ffb_dead_dead_deadn;

let spaceBase = u64(0n);
let spaceBytes = u64(0n);
let spaceEnd = u64(0n);
let liveBytes = u64(0n);
let collecting = false;
/** 0 = none yet. */
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
  } else if (chaos || !fits(bytes)) {
    callAddress(symbol('collect_from_here'), bytes);
    // Nearly all lived: the next collection moves to a larger space.
    if (!fits(bytes)) callAddress(symbol('collect_from_here'), bytes);
    if (!fits(bytes)) outOfMemory();
  }
  const cell = coreLoad64(core.allocPointer);
  const next = u64(cell + bytes);
  coreStore64(core.allocPointer, next);
  coreStore64(core.allocLimit, chaos ? next : spaceEnd);
  store64(addr(cell), shape);
  return asRef(addr(cell));
}

/** The current space has room for a cell of `bytes`. */
function fits(bytes: u64): boolean {
  return u64(coreLoad64(core.allocPointer) + bytes) <= spaceEnd;
}

/**
 * Moves all that is reachable into another space, larger where much lived or where `bytesNeeded`, the cell to be
 * allocated next, is large. Entered through `collect_from_here`, which passes the call site to walk from.
 * @symbol collectFromStack
 */
export function collectFromStack(bytesNeeded: u64, returnAddress: u64, stackPointer: u64): u64 {
  const fromBase = spaceBase;
  const fromBytes = spaceBytes;
  const usedBytes = u64(coreLoad64(core.allocPointer) - fromBase);
  const usableBytes = u64(spaceEnd - spaceBase);
  const wanted = u64(liveBytes << 2n) > usableBytes ? u64(usableBytes << 1n) : usableBytes;
  takeNextSpace(pagesFor(wanted, u64(bytesNeeded << 2n) > usableBytes ? u64(usedBytes + bytesNeeded) : u64(0n)));

  collecting = true;
  beginEvacuation(fromBase, usedBytes, spaceBase);
  evacuateStack(returnAddress, stackPointer);
  emptyTraceCache();
  evacuateMutableRegion();
  const free = evacuateReachable(spaceBase);

  collecting = false;

  liveBytes = u64(free - spaceBase);
  if (load32(symbol('chaos_flag')) !== 0) poison(fromBase, usedBytes);
  keepReserve(fromBase, fromBytes);
  spaceEnd = u64(spaceBase + (reserveBytes < spaceBytes ? reserveBytes : spaceBytes) - u64(LOAD_SLACK_BYTES));
  coreStore64(core.allocPointer, free);
  coreStore64(core.allocLimit, spaceEnd);
  return u64(0n);
}

/** Whether cells are being moved: a fault then has another cause than one in a program's code. */
export function isCollecting(): boolean {
  return collecting;
}

/** Bytes that live and dead cells occupy: process.memoryUsage().heapUsed. */
export function heapUsedBytes(): u64 {
  return u64(coreLoad64(core.allocPointer) - spaceBase);
}

function takeFirstSpace(bytesNeeded: u64): void {
  const bytes = pagesFor(bytesNeeded, u64(FIRST_SPACE_BYTES));
  const base = u64(platformTakeMemory(bytes));
  if (base === 0n) outOfMemory();
  setSpace(base, bytes);
  spaceEnd = u64(base + bytes - u64(LOAD_SLACK_BYTES));
  coreStore64(core.allocPointer, base);
  coreStore64(core.allocLimit, spaceEnd);
}

function setSpace(base: u64, bytes: u64): void {
  spaceBase = base;
  spaceBytes = bytes;
}

/**
 * Makes the reserve the current space; where it is smaller than `wanted`, a new one of that size, or the largest that there is memory
 * for and that is larger than the reserve.
 */
function takeNextSpace(wanted: u64): void {
  let bytes = wanted;
  while (reserveBase === 0n || bytes > reserveBytes) {
    const base = u64(platformTakeMemory(bytes));
    if (base !== 0n) {
      setSpace(base, bytes);
      return;
    }
    if (reserveBase === 0n) outOfMemory();
    bytes = lessByAnEighth(bytes);
  }
  setSpace(reserveBase, reserveBytes);
  reserveBase = u64(0n);
}

/** Makes the emptied space the reserve, or the largest that there is memory for, up to the size of the current one. */
function keepReserve(emptyBase: u64, emptyBytes: u64): void {
  if (reserveBase !== 0n) platformReleaseMemory(addr(reserveBase), reserveBytes);
  reserveBase = emptyBase;
  reserveBytes = emptyBytes;
  if (emptyBytes >= spaceBytes) return;
  platformReleaseMemory(addr(emptyBase), emptyBytes);
  let bytes = spaceBytes;
  for (;;) {
    reserveBytes = bytes;
    reserveBase = u64(platformTakeMemory(bytes));
    if (reserveBase !== 0n) return;
    if (bytes === emptyBytes) outOfMemory();
    bytes = lessByAnEighth(bytes);
    if (bytes < emptyBytes) bytes = emptyBytes;
  }
}

/** The next size to ask for when there is no memory for `bytes`. */
function lessByAnEighth(bytes: u64): u64 {
  return u64((bytes - (bytes >> 3n)) & ~PAGE_MASK);
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
