/**
 * The clock: the processor's time stamp counter, whose rate comes from readings of it and of the local APIC's timer some time apart.
 * Under QEMU and KVM that timer runs at 1 GHz, and so nothing has to be calibrated by waiting.
 *
 * Nothing runs before the first question for the time but one reading of the counter. Then the timer counts freely for some ten
 * minutes, and tells the time itself until enough of it has passed for the counter's rate. A wait needs the timer for its own deadline:
 * it reloads then, so that the count after the wake-up still tells how much time went by.
 *
 * The host may stop the guest between any two instructions, for milliseconds. So the timer is read between two readings of the counter,
 * again if they lie far apart, and only what was read close together counts for the rate.
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
/** Readings that tell how close together the two clocks can be read. */
const FIRST_READINGS = 8;
/** The first, rough rate is taken over this many times what a reading takes: it is wrong by 1/16 at most. */
const ROUGH_SPAN = 16n;
/** What has to be measured to be better than the rough rate, to some hundredth: 200 us. */
const REFINEMENT_NS = 200_000n;
/** What has to be measured for the rate that is kept: 50 ms. */
const CALIBRATION_NS = 50_000_000n;
/** How many periods of a reloading timer can be told apart by the rough and by the refined rate, with an error below half a period. */
const ROUGH_PERIODS = 6n;
const REFINED_PERIODS = 32n;
/** How often a reading is repeated because the guest was stopped in it. */
const ATTEMPTS = 16;
const NS_PER_MS = 1_000_000;

let bootCounter = u64(0n);
let started = false;
let calibrated = false;
/** Nanoseconds per count of the time stamp counter, times 2^32; a rough value until the clock is calibrated. */
let rate = u64(0n);
/** The time at a reading of the counter; until the clock is calibrated, the timer was started at that moment. */
let baseNs = u64(0n);
let baseCounter = u64(0n);
let baseExact = false;
/** The last reading of both clocks: the timer's count, the counter at that moment, and whether the guest ran on in between. */
let readCount = u32(0);
let readCounter = u64(0n);
let readExact = false;
/** The counts of the time stamp counter that a reading of the timer takes at least. */
let readCounts = u64(0xffff_ffff_ffffn);
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
  if (calibrated) return u64(baseNs + scale(u64(rdtsc() - baseCounter)));
  readBoth();
  const passedNs = freeNs();
  const now = u64(baseNs + passedNs);
  if (u64(measuredNs + passedNs) >= CALIBRATION_NS) {
    measureFree(passedNs);
    baseNs = now;
    baseCounter = readCounter;
    if (!calibrated) startFree();
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
  for (let now = nowNs(); now < deadlineNs; now = nowNs()) haltOnce(u64(deadlineNs - now));
}

/** Halts for this time. */
export function haltForNs(durationNs: u64): void {
  waitUntilNs(u64(nowNs() + durationNs));
}

/** One interrupt: the timer's after `durationNs`, or another one before. */
function haltOnce(durationNs: u64): void {
  let ticks = u64(u64(durationNs + (NS_PER_TICK - 1n)) / NS_PER_TICK);
  if (ticks > u64(FREE_COUNT)) ticks = u64(FREE_COUNT);
  if (calibrated) {
    timerStart(u32(ticks), u32(VECTOR_TIMER));
    waitForInterrupt();
    timerMask();
    return;
  }
  readBoth();
  const freeTimeNs = freeNs();
  measureFree(freeTimeNs);
  const freeEnd = readCounter;
  const before = rdtsc();
  timerStart(u32(ticks), u32(VECTOR_TIMER));
  const startCounts = u64(rdtsc() - before);
  const waitStart = u64(before + (startCounts >> 1n));
  waitForInterrupt();
  timerMask();
  readBoth();
  const waitEnd = readCounter;
  const counts = u64(waitEnd - waitStart);
  const waitedNs = reloadedTimerNs(ticks, u64(readCount), counts, startCounts <= exactCounts());
  baseNs = u64(u64(baseNs + freeTimeNs) + u64(scale(u64(waitStart - freeEnd)) + waitedNs));
  baseCounter = waitEnd;
  if (!calibrated) startFree();
}

/**
 * The time since a reloading timer was started from `ticks`, which takes one tick more until it begins again, and `counts` of the
 * counter ago. How often it began again is known from the counter; where its rate is not known well enough for that, as when the
 * guest was stopped for many periods, the counter alone tells the time. `exact`: the two were started together.
 */
function reloadedTimerNs(ticks: u64, count: u64, counts: u64, exact: boolean): u64 {
  const roughNs = scale(counts);
  const roughTicks = u64(roughNs / NS_PER_TICK);
  const period = u64(ticks + 1n);
  const periods = u64(roughTicks / period);
  if (periods >= (measuredNs >= REFINEMENT_NS ? u64(REFINED_PERIODS) : u64(ROUGH_PERIODS))) return roughNs;
  const sinceReload = u64(ticks - count);
  let reloads = u64(0n);
  if (roughTicks > sinceReload) reloads = u64(u64(roughTicks - sinceReload + (period >> 1n)) / period);
  const waitedNs = u64(u64(reloads * period + sinceReload) * NS_PER_TICK);
  if (exact && readExact) measure(waitedNs, counts);
  return waitedNs;
}

/** Starts the timer, and with it the time: until here only the counter ran, which a rough rate has to do for. */
function start(): void {
  started = true;
  requireKnownTimer();
  enableInterrupts();
  setInterruptHandler(u32(VECTOR_TIMER), symbol('timerInterrupt'));
  timerDivide(u32(DIVIDE_BY_1));
  timerStartSilent(u32(FREE_COUNT));
  for (let reading = u32(0); reading < FIRST_READINGS; reading = u32(reading + 1)) readBoth();
  const firstCounter = readCounter;
  const firstCount = readCount;
  while (u64(readCounter - firstCounter) < u64(readCounts * ROUGH_SPAN)) readBoth();
  rate = u64(u64(u64(u32(firstCount - readCount)) << 32n) / u64(readCounter - firstCounter));
  timerDivide(u32(DIVIDE_BY_128));
  baseCounter = bootCounter;
  startFree();
}

/** Starts the timer anew, counting freely, and lets the time since the last base pass by the counter. */
function startFree(): void {
  const last = baseCounter;
  for (let attempt = u32(0); attempt < ATTEMPTS; attempt = u32(attempt + 1)) {
    const before = rdtsc();
    timerStartSilent(u32(FREE_COUNT));
    const counts = u64(rdtsc() - before);
    baseCounter = u64(before + (counts >> 1n));
    baseExact = counts <= exactCounts();
    if (baseExact) break;
  }
  baseNs = u64(baseNs + scale(u64(baseCounter - last)));
}

/** The time by the freely counting timer, at the last reading of both clocks. */
function freeNs(): u64 {
  return readCount !== 0 ? u64(u64(u32(FREE_COUNT - readCount)) * NS_PER_TICK) : scale(u64(readCounter - baseCounter));
}

/** Reads both clocks, some times if the guest is stopped in between. */
function readBoth(): void {
  for (let attempt = u32(0); attempt < ATTEMPTS; attempt = u32(attempt + 1)) {
    const before = rdtsc();
    readCount = timerCount();
    const counts = u64(rdtsc() - before);
    readCounter = u64(before + (counts >> 1n));
    if (counts < readCounts) readCounts = counts;
    readExact = counts <= exactCounts();
    if (readExact) break;
  }
}

/** What an access to the timer takes at most if the guest isn't stopped in it. */
function exactCounts(): u64 {
  return u64(readCounts << 2n);
}

/** Measures what passed while the timer counted freely. */
function measureFree(passedNs: u64): void {
  if (baseExact && readExact && readCount !== 0) measure(passedNs, u64(readCounter - baseCounter));
}

/** Adds to what the rate is taken from; when it suffices, the counter tells the time from then on. */
function measure(passedNs: u64, counts: u64): void {
  measuredNs = u64(measuredNs + passedNs);
  measuredCounts = u64(measuredCounts + counts);
  if (measuredNs < REFINEMENT_NS) return;
  rate = u64(u64(u64(measuredNs << 24n) / measuredCounts) << 8n); // minutes of nanoseconds fit in 40 bits
  calibrated = measuredNs >= CALIBRATION_NS;
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
