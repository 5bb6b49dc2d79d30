/**
 * Timers that wait: node's lib/internal/timers.js.
 *
 * Timers with the same duration are in one list, in the order in which they were started, so only its first can be due next. The lists
 * are in order of expiry; of equal ones, the list that got its expiry first comes first. Times are whole milliseconds, rounded down.
 */

import { runTaskQueues } from './event-loop.ts';
import { f64Floor, f64Trunc, nowMs } from './intrinsics.ts';
import { Map } from './map.ts';

export class Timer {
  /** Gone once the timer is cancelled. */
  callback: (() => void) | undefined;
  readonly durationMs: number;
  readonly isRepeated: boolean;
  /** Whether it keeps the program alive. */
  isRefed = true;
  startMs = 0;
  /** The list it waits in, and its neighbours there. */
  list: TimerList | undefined = undefined;
  previous: Timer | undefined = undefined;
  next: Timer | undefined = undefined;

  constructor(callback: () => void, durationMs: number, isRepeated: boolean) {
    this.callback = callback;
    this.durationMs = f64Trunc(durationMs);
    this.isRepeated = isRepeated;
  }
}

/** The timers of one duration. */
class TimerList {
  readonly durationMs: number;
  expiryMs: number;
  first: Timer | undefined = undefined;
  last: Timer | undefined = undefined;

  constructor(durationMs: number, expiryMs: number) {
    this.durationMs = durationMs;
    this.expiryMs = expiryMs;
  }
}

/** Lists by expiry, soonest first. */
const queue: TimerList[] = [];
let listByDuration: Map<number, TimerList> | undefined;
/** Timers that wait and keep the program alive. */
let refedCount = 0;

function currentMs(): number {
  return f64Floor(nowMs());
}

function enqueue(list: TimerList): void {
  let i = queue.length;
  while (i > 0 && queue[i - 1].expiryMs > list.expiryMs) i--;
  queue.splice(i, 0, list);
}

function dequeue(list: TimerList): void {
  const i = queue.indexOf(list);
  if (i >= 0) queue.splice(i, 1);
}

/** Puts a timer behind the others of its duration. */
export function start(timer: Timer): void {
  startAt(timer, currentMs());
}

function startAt(timer: Timer, startMs: number): void {
  listByDuration ??= new Map<number, TimerList>();
  let list = listByDuration.get(timer.durationMs);
  if (list === undefined) {
    list = new TimerList(timer.durationMs, startMs + timer.durationMs);
    listByDuration.set(timer.durationMs, list);
    enqueue(list);
  }
  timer.startMs = startMs;
  timer.list = list;
  timer.previous = list.last;
  if (list.last === undefined) list.first = timer;
  else list.last.next = timer;
  list.last = timer;
  if (timer.isRefed) refedCount++;
}

/** Takes a timer out of its list. */
function unlink(timer: Timer, list: TimerList): void {
  if (timer.previous === undefined) list.first = timer.next;
  else timer.previous.next = timer.next;
  if (timer.next === undefined) list.last = timer.previous;
  else timer.next.previous = timer.previous;
  timer.previous = undefined;
  timer.next = undefined;
  timer.list = undefined;
  if (timer.isRefed) refedCount--;
}

/** The timer doesn't wait any more; a list that this leaves empty goes too. */
export function stop(timer: Timer): void {
  const list = timer.list;
  if (list === undefined) return;
  unlink(timer, list);
  if (list.first === undefined && timer.isRefed) removeList(list);
}

function removeList(list: TimerList): void {
  if (listByDuration === undefined || listByDuration.get(list.durationMs) !== list) return;
  listByDuration.delete(list.durationMs);
  dequeue(list);
}

/** Sets whether the timer keeps the program alive. */
export function setRefed(timer: Timer, isRefed: boolean): void {
  if (timer.isRefed === isRefed) return;
  timer.isRefed = isRefed;
  if (timer.list !== undefined) refedCount += isRefed ? 1 : -1;
}

/** Runs all timers that are due now, with the task queues after each. */
export function runTimers(): void {
  const now = currentMs();
  let ranAny = false;
  while (queue.length > 0 && queue[0].expiryMs <= now) {
    if (ranAny) runTaskQueues();
    ranAny = true;
    runList(queue[0], now);
  }
  if (ranAny) runTaskQueues();
}

function runList(list: TimerList, now: number): void {
  let ranAny = false;
  for (let timer = list.first; timer !== undefined; timer = list.first) {
    if (now - timer.startMs < list.durationMs) {
      // This one and those behind it are due later: the list waits its turn again.
      dequeue(list);
      list.expiryMs = timer.startMs + list.durationMs > now + 1 ? timer.startMs + list.durationMs : now + 1;
      enqueue(list);
      return;
    }
    if (ranAny) {
      runTaskQueues();
      // A task may have cancelled it.
      if (list.first !== timer) continue;
    }
    ranAny = true;
    unlink(timer, list);
    runTimer(timer);
  }
  removeList(list);
}

/** An interval starts anew after its callback, counted from before it. */
function runTimer(timer: Timer): void {
  const callback = timer.callback;
  if (callback === undefined) return;
  const startMs = timer.isRepeated ? currentMs() : 0;
  callback();
  if (timer.isRepeated && timer.callback !== undefined && timer.list === undefined) startAt(timer, startMs);
}

/** When the next timer is due, or Infinity if none keeps the program alive. */
export function nextExpiry(): number {
  return refedCount > 0 && queue.length > 0 ? queue[0].expiryMs : Infinity;
}
