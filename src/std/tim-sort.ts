/**
 * TimSort: the stable adaptive merge sort of Python's listsort (Tim Peters, "listsort.txt"), with the constants and the order of comparisons
 * of V8's Array.prototype.sort, so that a comparator that counts, prints or contradicts itself behaves as under node.
 *
 * Runs that ascend, or strictly descend (they are reversed), are found from the left, and short ones are extended to minRun elements by
 * binary insertion. They wait on a stack whose lengths fall faster than Fibonacci numbers; neighbours that break this are merged:
 *
 *     lengths 30 20 10      30 > 20 + 10 fails: 20 and 10 are merged, then 30 and 30
 *
 * A merge copies the shorter run away and takes elements one by one until one side has won minGallop times in a row; then it gallops, that is,
 * searches with doubling steps how many elements of one side come next. minGallop falls while galloping pays and rises when it stops.
 */

import { newArray } from './intrinsics.ts';

/** Negative: a before b. NaN counts as 0. */
export type Compare<T> = (a: T, b: T) => number;

const GALLOP_WINS = 7;

/** What the merges share. */
interface SortState {
  minGallop: number;
  /** The stack of runs: first index and length of each. */
  readonly runStart: number[];
  readonly runLength: number[];
}

/** Sorts array[0, length) in place. It has no holes there, and compare doesn't see it. */
export function timSort<T>(array: T[], length: number, compare: Compare<T>): void {
  if (length < 2) return;
  const state: SortState = { minGallop: GALLOP_WINS, runStart: [], runLength: [] };
  const minRun = minimumRunLength(length);
  let low = 0;
  let remaining = length;
  while (remaining !== 0) {
    let run = countRun(array, low, low + remaining, compare);
    if (run < minRun) {
      const forced = minRun < remaining ? minRun : remaining;
      insertionSort(array, low, low + run, low + forced, compare);
      run = forced;
    }
    const size = state.runStart.length;
    state.runStart[size] = low;
    state.runLength[size] = run;
    collapse(state, array, compare);
    low += run;
    remaining -= run;
  }
  while (state.runStart.length > 1) {
    const lengths = state.runLength;
    const n = lengths.length - 2;
    mergeAt(state, array, n > 0 && lengths[n - 1] < lengths[n + 1] ? n - 1 : n, compare);
  }
}

/** 32 to 64, such that length / result is a power of two or slightly less. */
function minimumRunLength(length: number): number {
  let n = length;
  let rest = 0;
  while (n >= 64) {
    rest |= n & 1;
    n >>= 1;
  }
  return n + rest;
}

/** Length of the run that starts at low; a descending one is reversed. low < high. */
function countRun<T>(array: T[], low: number, high: number, compare: Compare<T>): number {
  if (low + 1 === high) return 1;
  let previous = array[low + 1];
  const descending = compare(previous, array[low]) < 0;
  let end = low + 2;
  while (end < high) {
    const current = array[end];
    if (compare(current, previous) < 0 !== descending) break;
    previous = current;
    end++;
  }
  if (descending) {
    for (let i = low, j = end - 1; i < j; i++, j--) {
      const swapped = array[i];
      array[i] = array[j];
      array[j] = swapped;
    }
  }
  return end - low;
}

/** Binary insertion of [start, high) into the sorted [low, start). */
function insertionSort<T>(array: T[], low: number, start: number, high: number, compare: Compare<T>): void {
  for (let i = start === low ? start + 1 : start; i < high; i++) {
    const pivot = array[i];
    let left = low;
    let right = i;
    while (left < right) {
      const middle = left + ((right - left) >> 1);
      if (compare(pivot, array[middle]) < 0) right = middle;
      else left = middle + 1;
    }
    for (let j = i; j > left; j--) array[j] = array[j - 1];
    array[left] = pivot;
  }
}

/** Merges until length[n - 2] > length[n - 1] + length[n] and length[n - 1] > length[n] hold at the top. */
function collapse<T>(state: SortState, array: T[], compare: Compare<T>): void {
  const lengths = state.runLength;
  while (lengths.length > 1) {
    const n = lengths.length - 2;
    if (!isBalanced(lengths, n + 1) || !isBalanced(lengths, n)) {
      mergeAt(state, array, lengths[n - 1] < lengths[n + 1] ? n - 1 : n, compare);
    } else if (lengths[n] <= lengths[n + 1]) {
      mergeAt(state, array, n, compare);
    } else {
      break;
    }
  }
}

function isBalanced(lengths: number[], n: number): boolean {
  return n < 2 || lengths[n - 2] > lengths[n - 1] + lengths[n];
}

/** Merges runs i and i + 1 of the stack; i is the second or third from its top. */
function mergeAt<T>(state: SortState, array: T[], i: number, compare: Compare<T>): void {
  const starts = state.runStart;
  const lengths = state.runLength;
  let startA = starts[i];
  let lengthA = lengths[i];
  const startB = starts[i + 1];
  let lengthB = lengths[i + 1];
  lengths[i] = lengthA + lengthB;
  if (i === starts.length - 3) {
    starts[i + 1] = starts[i + 2];
    lengths[i + 1] = lengths[i + 2];
  }
  starts.length--;
  lengths.length--;

  // What of A lies before B's first, and of B behind A's last, is in place already.
  const inPlace = gallopRight(array, array[startB], startA, lengthA, 0, compare);
  startA += inPlace;
  lengthA -= inPlace;
  if (lengthA === 0) return;
  lengthB = gallopLeft(array, array[startA + lengthA - 1], startB, lengthB, lengthB - 1, compare);
  if (lengthB === 0) return;
  if (lengthA <= lengthB) mergeLow(state, array, startA, lengthA, startB, lengthB, compare);
  else mergeHigh(state, array, startA, lengthA, startB, lengthB, compare);
}

/** How many elements of the sorted array[base, base + length) are less than key; the search starts at hint. */
function gallopLeft<T>(array: T[], key: T, base: number, length: number, hint: number, compare: Compare<T>): number {
  let last = 0;
  let offset = 1;
  if (compare(array[base + hint], key) < 0) {
    const limit = length - hint;
    while (offset < limit && compare(array[base + hint + offset], key) < 0) {
      last = offset;
      offset = (offset << 1) + 1;
    }
    if (offset > limit) offset = limit;
    last += hint;
    offset += hint;
  } else {
    const limit = hint + 1;
    while (offset < limit && !(compare(array[base + hint - offset], key) < 0)) {
      last = offset;
      offset = (offset << 1) + 1;
    }
    if (offset > limit) offset = limit;
    const nearer = last;
    last = hint - offset;
    offset = hint - nearer;
  }
  last++;
  while (last < offset) {
    const middle = last + ((offset - last) >> 1);
    if (compare(array[base + middle], key) < 0) last = middle + 1;
    else offset = middle;
  }
  return offset;
}

/** How many elements of the sorted array[base, base + length) are less than or equal to key; the search starts at hint. */
function gallopRight<T>(array: T[], key: T, base: number, length: number, hint: number, compare: Compare<T>): number {
  let last = 0;
  let offset = 1;
  if (compare(key, array[base + hint]) < 0) {
    const limit = hint + 1;
    while (offset < limit && compare(key, array[base + hint - offset]) < 0) {
      last = offset;
      offset = (offset << 1) + 1;
    }
    if (offset > limit) offset = limit;
    const nearer = last;
    last = hint - offset;
    offset = hint - nearer;
  } else {
    const limit = length - hint;
    while (offset < limit && !(compare(key, array[base + hint + offset]) < 0)) {
      last = offset;
      offset = (offset << 1) + 1;
    }
    if (offset > limit) offset = limit;
    last += hint;
    offset += hint;
  }
  last++;
  while (last < offset) {
    const middle = last + ((offset - last) >> 1);
    if (compare(key, array[base + middle]) < 0) offset = middle;
    else last = middle + 1;
  }
  return offset;
}

/** Copies count elements; ascending, so target <= from where the arrays are the same. */
function copy<T>(target: T[], to: number, source: T[], from: number, count: number): void {
  for (let i = 0; i < count; i++) target[to + i] = source[from + i];
}

/** As copy, descending: target >= from where the arrays are the same. */
function copyDown<T>(target: T[], to: number, source: T[], from: number, count: number): void {
  for (let i = count - 1; i >= 0; i--) target[to + i] = source[from + i];
}

/** Merges from the left with A copied away. B's first comes before all of A, A's last behind all of B. */
function mergeLow<T>(
  state: SortState, array: T[], startA: number, countA: number, startB: number, countB: number, compare: Compare<T>,
): void {
  let lengthA = countA;
  let lengthB = countB;
  const a = newArray<T>(lengthA);
  copy(a, 0, array, startA, lengthA);
  let to = startA;
  let fromA = 0;
  let fromB = startB;
  array[to++] = array[fromB++];
  lengthB--;

  merging: while (lengthB > 0 && lengthA > 1) {
    let winsA = 0;
    let winsB = 0;
    while (winsA < state.minGallop && winsB < state.minGallop) {
      if (compare(array[fromB], a[fromA]) < 0) {
        array[to++] = array[fromB++];
        winsB++;
        winsA = 0;
        if (--lengthB === 0) break merging;
      } else {
        array[to++] = a[fromA++];
        winsA++;
        winsB = 0;
        if (--lengthA === 1) break merging;
      }
    }
    state.minGallop++;
    do {
      if (state.minGallop > 1) state.minGallop--;
      winsA = gallopRight(a, array[fromB], fromA, lengthA, 0, compare);
      copy(array, to, a, fromA, winsA);
      to += winsA;
      fromA += winsA;
      lengthA -= winsA;
      if (winsA > 0 && lengthA <= 1) break merging;
      array[to++] = array[fromB++];
      if (--lengthB === 0) break merging;
      winsB = gallopLeft(array, a[fromA], fromB, lengthB, 0, compare);
      copy(array, to, array, fromB, winsB);
      to += winsB;
      fromB += winsB;
      lengthB -= winsB;
      if (lengthB === 0) break merging;
      array[to++] = a[fromA++];
      if (--lengthA === 1) break merging;
    } while (winsA >= GALLOP_WINS || winsB >= GALLOP_WINS);
    state.minGallop++;
  }

  if (lengthB === 0) {
    copy(array, to, a, fromA, lengthA);
  } else if (lengthA === 1) {
    copy(array, to, array, fromB, lengthB);
    array[to + lengthB] = a[fromA];
  }
}

/** Merges from the right with B copied away. B's first comes before all of A, A's last behind all of B. */
function mergeHigh<T>(
  state: SortState, array: T[], startA: number, countA: number, startB: number, countB: number, compare: Compare<T>,
): void {
  let lengthA = countA;
  let lengthB = countB;
  const b = newArray<T>(lengthB);
  copy(b, 0, array, startB, lengthB);
  let to = startB + lengthB - 1;
  let fromA = startA + lengthA - 1;
  let fromB = lengthB - 1;
  array[to--] = array[fromA--];
  lengthA--;

  merging: while (lengthA > 0 && lengthB > 1) {
    let winsA = 0;
    let winsB = 0;
    while (winsA < state.minGallop && winsB < state.minGallop) {
      if (compare(b[fromB], array[fromA]) < 0) {
        array[to--] = array[fromA--];
        winsA++;
        winsB = 0;
        if (--lengthA === 0) break merging;
      } else {
        array[to--] = b[fromB--];
        winsB++;
        winsA = 0;
        if (--lengthB === 1) break merging;
      }
    }
    state.minGallop++;
    do {
      if (state.minGallop > 1) state.minGallop--;
      winsA = lengthA - gallopRight(array, b[fromB], startA, lengthA, lengthA - 1, compare);
      to -= winsA;
      fromA -= winsA;
      copyDown(array, to + 1, array, fromA + 1, winsA);
      lengthA -= winsA;
      if (lengthA === 0) break merging;
      array[to--] = b[fromB--];
      if (--lengthB === 1) break merging;
      winsB = lengthB - gallopLeft(b, array[fromA], 0, lengthB, lengthB - 1, compare);
      to -= winsB;
      fromB -= winsB;
      copy(array, to + 1, b, fromB + 1, winsB);
      lengthB -= winsB;
      if (winsB > 0 && lengthB <= 1) break merging;
      array[to--] = array[fromA--];
      if (--lengthA === 0) break merging;
    } while (winsA >= GALLOP_WINS || winsB >= GALLOP_WINS);
    state.minGallop++;
  }

  if (lengthA === 0) {
    copy(array, to - (lengthB - 1), b, 0, lengthB);
  } else if (lengthB === 1) {
    to -= lengthA;
    fromA -= lengthA;
    copyDown(array, to + 1, array, fromA + 1, lengthA);
    array[to] = b[fromB];
  }
}
