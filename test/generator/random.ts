/** A small deterministic source of choices: the same seed gives the same program on every machine. */

export class Random {
  private state: number;

  constructor(seed: number) {
    // Spreads neighbouring seeds over the state space (the finaliser of MurmurHash3); xorshift must not start at zero.
    let x = (seed + 0x9e3779b9) | 0;
    x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    this.state = (x ^ (x >>> 16)) | 0 || 1;
  }

  /** An unsigned 32-bit number (Marsaglia, "Xorshift RNGs", 2003). */
  next(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return x >>> 0;
  }

  /** An integer from 0 to `limit` - 1. */
  below(limit: number): number {
    return this.next() % limit;
  }

  /** An integer from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)];
  }

  /** Picks by weight; rows of weight 0 or less never. */
  weighted<T>(rows: readonly (readonly [weight: number, item: T])[]): T {
    const total = rows.reduce((sum, [weight]) => sum + Math.max(0, weight), 0);
    let at = this.below(total);
    for (const [weight, item] of rows) {
      at -= Math.max(0, weight);
      if (at < 0) return item;
    }
    throw new Error('weighted: no row has a weight');
  }

  times<T>(count: number, make: (index: number) => T): T[] {
    return Array.from({ length: count }, (_, index) => make(index));
  }
}
