/**
 * The clock: the processor's time stamp counter, whose rate comes from readings of it and of the local APIC's timer some time apart.
 * Under QEMU and KVM that timer runs at 1 GHz, and so nothing has to be calibrated by waiting.
 *
 * Nothing runs before the first question for the time but one reading of the counter. Then the timer counts freely for some ten
 * minutes, and tells the time itself until enough of it has passed for the counter's rate. A wait needs the timer for its own deadline:
 * it reloads then, so that the count after the wake-up still tells how much time went by.
 */
import { cpuid, f64, mulHigh, rdtsc, symbol, text, u32, u64 } from 'toro:machine';
import { epochOption } from './command-line.ts';
import { VECTOR_TIMER, enableInterrupts, setInterruptHandler, waitForInterrupt } from './interrupts.ts';
import {
  DIVIDE_BY_1, DIVIDE_BY_128, endOfInterrupt, timerCount, timerDivide, timerMask, timerStart, timerStartSilent,
} from './lapic.ts';
import { panic } from './panic.ts';

/** Where a hypervisor names itself, in ebx, ecx and edx; the first four letters are enough: `TCGT…` and `KVMK…`. */
const HYPERVISOR_LEAF = 0x4000_0000;
const SIGNATURE_TCG = 0x5447_4354;
const SIGNATURE_KVM = 0x4b4d_564b;

const NS_PER_TICK = 128n;
const FREE_COUNT = 0xffff_ffff;
/** Readings for the first, rough rate; they take some microseconds. */
const ROUGH_READINGS = 8;
/** What has to be measured for the rate that is kept: 50 ms. */
const CALIBRATION_NS = 50_000_000n;
const NS_PER_MS = 1_000_000;

let bootCounter = u64(0n);
let started = false;
let calibrated = false;
/** Nanoseconds per count of the time stamp counter, times 2^32; a rough value until the clock is calibrated. */
let rate = u64(0n);
/** The time at a reading of the counter; until the clock is calibrated, the timer was started at that moment. */
let baseNs = u64(0n);
let baseCounter = u64(0n);
/** What the rate is taken from: time by the timer, and what the counter counted in it. */
let measuredNs = u64(0n);
let measuredCounts = u64(0n);

/** Notes when the program began. */
export function clockInit(): void {
  bootCounter = rdtsc();
}

/** Nanoseconds since the program began; never goes back. */
export function nowNs(): u64 {
  if (!started) start();
  const counter = rdtsc();
  if (calibrated) return u64(baseNs + scale(u64(counter - baseCounter)));
  const count = timerCount();
  const passedCounts = u64(counter - baseCounter);
  const passedNs = count !== 0 ? u64(u64(u32(FREE_COUNT - count)) * NS_PER_TICK) : scale(passedCounts);
  const now = u64(baseNs + passedNs);
  if (u64(measuredNs + passedNs) >= CALIBRATION_NS) {
    measure(passedNs, passedCounts);
    baseNs = now;
    baseCounter = counter;
  }
  return now;
}

/** Milliseconds since 1970: from the command line's `epoch=`, else from when the image was built. */
export function epochMs(): number {
  let began = epochOption();
  if (began === 0n) began = u64(u64(symbol('build_epoch_seconds')) * 1000n);
  return f64(began) + f64(nowNs()) / NS_PER_MS;
}

/** Halts until the time is `deadlineNs`, later by what the wake-up takes. */
export function waitUntilNs(deadlineNs: u64): void {
  for (let now = nowNs(); now < deadlineNs; now = nowNs()) haltOnce(now, u64(deadlineNs - now));
}

/** Halts for this time. */
export function haltForNs(durationNs: u64): void {
  waitUntilNs(u64(nowNs() + durationNs));
}

/** One interrupt: the timer's after `durationNs`, or another one before. `now` was read just before. */
function haltOnce(now: u64, durationNs: u64): void {
  let ticks = u64(u64(durationNs + (NS_PER_TICK - 1n)) / NS_PER_TICK);
  if (ticks > u64(FREE_COUNT)) ticks = u64(FREE_COUNT);
  timerStart(u32(ticks), u32(VECTOR_TIMER));
  const before = rdtsc();
  waitForInterrupt();
  timerMask();
  if (calibrated) return;
  const count = timerCount();
  const counter = rdtsc();
  const counts = u64(counter - before);
  const passedNs = reloadedTimerNs(ticks, u64(count), scale(counts));
  measure(passedNs, counts);
  timerStartSilent(u32(FREE_COUNT));
  baseCounter = rdtsc();
  baseNs = u64(now + passedNs + scale(u64(baseCounter - counter)));
}

/**
 * The time since a reloading timer was started from `ticks`, which takes one tick more until it begins again. How often it did is
 * known from the roughly measured time.
 */
function reloadedTimerNs(ticks: u64, count: u64, roughNs: u64): u64 {
  const sinceReload = u64(ticks - count);
  const period = u64(ticks + 1n);
  const roughTicks = u64(roughNs / NS_PER_TICK);
  let reloads = u64(0n);
  if (roughTicks > sinceReload) reloads = u64(u64(roughTicks - sinceReload + (period >> 1n)) / period);
  return u64(u64(reloads * period + sinceReload) * NS_PER_TICK);
}

/** Starts the timer, and with it the time: until here only the counter ran, which a rough rate has to do for. */
function start(): void {
  started = true;
  requireKnownTimer();
  enableInterrupts();
  setInterruptHandler(u32(VECTOR_TIMER), symbol('timerInterrupt'));
  timerDivide(u32(DIVIDE_BY_1));
  timerStartSilent(u32(FREE_COUNT));
  const firstCounter = rdtsc();
  const firstCount = timerCount();
  let counter = firstCounter;
  let count = firstCount;
  for (let reading = u32(0); reading < ROUGH_READINGS; reading = u32(reading + 1)) {
    counter = rdtsc();
    count = timerCount();
  }
  rate = u64(u64(u64(u32(firstCount - count)) << 32n) / u64(counter - firstCounter));
  timerDivide(u32(DIVIDE_BY_128));
  timerStartSilent(u32(FREE_COUNT));
  baseCounter = rdtsc();
  baseNs = scale(u64(baseCounter - bootCounter));
}

/** Adds to what the rate is taken from; when it suffices, the counter tells the time from then on. */
function measure(passedNs: u64, counts: u64): void {
  measuredNs = u64(measuredNs + passedNs);
  measuredCounts = u64(measuredCounts + counts);
  if (measuredNs < CALIBRATION_NS) return;
  rate = u64(u64(u64(measuredNs << 24n) / measuredCounts) << 8n); // minutes of nanoseconds fit in 40 bits
  calibrated = true;
}

/** Counts of the time stamp counter in nanoseconds. */
function scale(counts: u64): u64 {
  return u64((mulHigh(counts, rate) << 32n) | (u64(counts * rate) >> 32n));
}

function requireKnownTimer(): void {
  const signature = cpuid(HYPERVISOR_LEAF, 0, 1);
  if (signature !== SIGNATURE_TCG && signature !== SIGNATURE_KVM) {
    panic(text('clock: neither QEMU nor KVM is below, and so the timer\'s rate is not known'));
  }
}

/**
 * The wait is over.
 * @noalloc
 * @symbol timerInterrupt
 */
export function timerInterrupt(): void {
  timerMask();
  endOfInterrupt();
}
