import { power } from 'toro:hooks';

/** a ** b of doubles: the library's pow. */
export function f64Power(a: number, b: number): number {
  return power(a, b);
}
