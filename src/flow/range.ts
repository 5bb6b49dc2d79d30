/**
 * Ranges of numbers: an interval, and whether every number in it is a mathematical integer other than -0.
 *
 * Integers stay integers (and so may be held in i32 or i64) within ±COUNT_MAX. Sums and products of known ranges are exact only up to
 * ±EXACT_MAX. Between the two lies what only counting can reach: steps of at most COUNT_STEP from at most EXACT_MAX would need more than
 * 2^48 additions to leave ±COUNT_MAX, which nobody executes; so counting saturates there.
 */
export interface Range {
  readonly lo: number;
  readonly hi: number;
  /** No fraction, no -0, no NaN. */
  readonly integer: boolean;
  readonly nan: boolean;
}

export const EXACT_MAX = 2 ** 51;
export const COUNT_MAX = 2 ** 52;
const COUNT_STEP = 8;

export const ANY_NUMBER: Range = { lo: -Infinity, hi: Infinity, integer: false, nan: true };
export const INT32: Range = integers(-(2 ** 31), 2 ** 31 - 1);
export const UINT32: Range = integers(0, 2 ** 32 - 1);
/** Lengths of arrays and strings. */
export const LENGTH: Range = integers(0, 2 ** 31 - 1);

export function integers(lo: number, hi: number): Range {
  return { lo, hi, integer: true, nan: false };
}

/** The range of one number. */
export function exactly(x: number): Range {
  if (Number.isNaN(x)) return { lo: Infinity, hi: -Infinity, integer: false, nan: true };
  return { lo: x, hi: x, integer: Number.isInteger(x) && !Object.is(x, -0) && Math.abs(x) <= EXACT_MAX, nan: false };
}

export function joinRanges(a: Range, b: Range): Range {
  return { lo: Math.min(a.lo, b.lo), hi: Math.max(a.hi, b.hi), integer: a.integer && b.integer, nan: a.nan || b.nan };
}

export function sameRange(a: Range, b: Range): boolean {
  return a.lo === b.lo && a.hi === b.hi && a.integer === b.integer && a.nan === b.nan;
}

const UPPER = [0, 1, 255, 65535, 2 ** 31 - 1, 2 ** 32 - 1, EXACT_MAX, COUNT_MAX];
const LOWER = [0, -1, -128, -32768, -(2 ** 31), -EXACT_MAX, -COUNT_MAX];

/** Jumps to the next threshold in each direction that grew, so that a chain of joins ends soon. */
export function widen(before: Range, after: Range): Range {
  const hi = after.hi > before.hi ? (UPPER.find((limit) => limit >= after.hi) ?? Infinity) : after.hi;
  const lo = after.lo < before.lo ? (LOWER.find((limit) => limit <= after.lo) ?? -Infinity) : after.lo;
  return { lo, hi, integer: after.integer && Number.isFinite(lo) && Number.isFinite(hi), nan: after.nan };
}

/** Result of an operation whose operands were integers without -0: exact while small, else any number of that interval. */
function integral(lo: number, hi: number): Range {
  const integer = lo >= -EXACT_MAX && hi <= EXACT_MAX;
  return { lo, hi, integer, nan: false };
}

const finite = (r: Range): boolean => !r.nan && Number.isFinite(r.lo) && Number.isFinite(r.hi);
const isStep = (r: Range): boolean => r.integer && r.lo === r.hi && Math.abs(r.lo) <= COUNT_STEP;

export function add(a: Range, b: Range): Range {
  if (a.integer && b.integer) {
    if (isStep(b) || isStep(a)) return integers(Math.max(a.lo + b.lo, -COUNT_MAX), Math.min(a.hi + b.hi, COUNT_MAX));
    return integral(a.lo + b.lo, a.hi + b.hi);
  }
  if (finite(a) && finite(b)) return { lo: a.lo + b.lo, hi: a.hi + b.hi, integer: false, nan: false };
  return ANY_NUMBER;
}

export function negate(a: Range): Range {
  return { lo: -a.hi, hi: -a.lo, integer: a.integer && (a.lo > 0 || a.hi < 0), nan: a.nan };
}

export function subtract(a: Range, b: Range): Range {
  if (a.integer && b.integer) {
    if (isStep(b)) return add(a, integers(-b.lo, -b.lo));
    return integral(a.lo - b.hi, a.hi - b.lo);
  }
  if (finite(a) && finite(b)) return { lo: a.lo - b.hi, hi: a.hi - b.lo, integer: false, nan: false };
  return ANY_NUMBER;
}

export function multiply(a: Range, b: Range): Range {
  if (!finite(a) || !finite(b)) return ANY_NUMBER;
  const products = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi];
  const lo = Math.min(...products);
  const hi = Math.max(...products);
  const has = (r: Range, negative: boolean): boolean => (negative ? r.lo < 0 : r.lo <= 0 && r.hi >= 0);
  const minusZero = (has(a, false) && has(b, true)) || (has(b, false) && has(a, true));
  if (a.integer && b.integer && !minusZero) return integral(lo + 0, hi + 0);
  return { lo, hi, integer: false, nan: false };
}

export function divide(a: Range, b: Range): Range {
  if (!finite(a) || !finite(b) || (b.lo <= 0 && b.hi >= 0)) return ANY_NUMBER;
  const quotients = [a.lo / b.lo, a.lo / b.hi, a.hi / b.lo, a.hi / b.hi];
  return { lo: Math.min(...quotients), hi: Math.max(...quotients), integer: false, nan: false };
}

export function remainder(a: Range, b: Range): Range {
  if (!a.integer || !b.integer || (b.lo <= 0 && b.hi >= 0)) return ANY_NUMBER;
  const most = Math.max(Math.abs(b.lo), Math.abs(b.hi)) - 1;
  if (a.lo >= 0) return integers(0, Math.min(a.hi, most));
  return { lo: Math.max(a.lo, -most), hi: Math.min(Math.max(a.hi, 0), most), integer: false, nan: false };
}

/** ToInt32 of a range. */
export function toInt32(a: Range): Range {
  if (a.nan || !(a.lo >= INT32.lo && a.hi <= INT32.hi)) return INT32;
  return a.integer ? a : integers(Math.trunc(a.lo) + 0, Math.trunc(a.hi) + 0);
}

export function bitwise(operator: string, left: Range, right: Range): Range {
  const a = toInt32(left);
  const b = toInt32(right);
  if (b.lo === 0 && b.hi === 0 && operator !== '&' && operator !== '>>>') return a;
  switch (operator) {
    case '&':
      if (a.lo >= 0 && b.lo >= 0) return integers(0, Math.min(a.hi, b.hi));
      if (b.lo >= 0) return integers(0, b.hi);
      if (a.lo >= 0) return integers(0, a.hi);
      return INT32;
    case '|':
    case '^':
      if (a.lo >= 0 && b.lo >= 0) return integers(0, allOnes(Math.max(a.hi, b.hi)));
      return INT32;
    case '<<':
      if (b.lo === b.hi && b.lo >= 0 && b.lo < 31 && a.lo >= 0 && a.hi * 2 ** b.lo <= INT32.hi) return integers(a.lo * 2 ** b.lo, a.hi * 2 ** b.lo);
      return INT32;
    case '>>':
      if (b.lo === b.hi && b.lo >= 0 && b.lo < 32) return integers(Math.floor(a.lo / 2 ** b.lo), Math.floor(a.hi / 2 ** b.lo));
      return a.lo >= 0 ? integers(0, a.hi) : INT32;
    default: // >>>
      if (b.lo === b.hi && b.lo >= 0 && b.lo < 32) return a.lo >= 0 ? integers(a.lo >>> b.lo, a.hi >>> b.lo) : integers(0, 0xffffffff >>> b.lo);
      return a.lo >= 0 ? integers(0, a.hi) : UINT32;
  }
}

const allOnes = (x: number): number => 2 ** (32 - Math.clz32(x)) - 1;

export function floorRange(a: Range): Range {
  if (a.nan || !(a.lo >= -EXACT_MAX && a.hi <= EXACT_MAX)) return ANY_NUMBER;
  // floor keeps -0; a range that starts above 0, or is integral, has none.
  return { lo: Math.floor(a.lo), hi: Math.floor(a.hi), integer: a.integer || a.lo > 0, nan: false };
}

/** `a` known to compare `operator` (< <= > >= ===) with `b`; null: impossible. */
export function constrain(a: Range, operator: string, b: Range): Range | null {
  let { lo, hi } = a;
  if (b.nan && b.lo > b.hi) return null;
  const step = a.integer && b.integer ? 1 : 0;
  if (operator === '<') hi = Math.min(hi, b.hi - step);
  else if (operator === '<=') hi = Math.min(hi, b.hi);
  else if (operator === '>') lo = Math.max(lo, b.lo + step);
  else if (operator === '>=') lo = Math.max(lo, b.lo);
  else if (operator === '===') {
    hi = Math.min(hi, b.hi);
    lo = Math.max(lo, b.lo);
  }
  if (a.integer) {
    // The bound may be a fraction or -0.
    lo = Math.ceil(lo) + 0;
    hi = Math.floor(hi) + 0;
  }
  return lo > hi ? null : { lo, hi, integer: a.integer, nan: false };
}
