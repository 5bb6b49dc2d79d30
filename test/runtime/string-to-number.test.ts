import { expect, test } from 'vitest';
import { f64FromBits } from 'toro:machine';
import { parseFloatPrefix, stringToNumber } from '../../src/runtime/string-to-number.ts';
import { numberImage } from './number-image.ts';
import { random } from './mutator.ts';

const image = numberImage();
const next = random(5);
const randomBits = (): number => f64FromBits(((BigInt(next()) << 32n) | BigInt(next())) as never);

function check(text: string): void {
  const cell = image.freshString(text) as never;
  const got = stringToNumber(cell);
  if (!Object.is(got, Number(text))) expect(got, JSON.stringify(text)).toBe(Number(text));
  const trimmed = text.trimStart();
  const prefix = parseFloatPrefix(image.freshString(trimmed) as never);
  if (!Object.is(prefix, parseFloat(trimmed))) expect(prefix, `parseFloat ${JSON.stringify(trimmed)}`).toBe(parseFloat(trimmed));
}

test('what prints is read back, with fewer and more digits too', () => {
  for (let i = 0; i < 40_000; i++) {
    const x = randomBits();
    if (!Number.isFinite(x)) continue;
    check(String(x));
    check(x.toPrecision(1 + (next() % 25)));
    check(`${next()}.${next()}e${(next() % 640) - 320}`);
  }
});

test('halfway points, exact and one digit off', () => {
  for (let i = 0; i < 400; i++) {
    const bits = BigInt.asUintN(63, (BigInt(next()) << 31n) ^ BigInt(next()));
    const lower = f64FromBits((i % 3 === 0 ? bits % (1n << 53n) : bits % (0x7fen << 52n)) as never);
    const text = halfway(lower);
    check(text);
    check(`${text}0000001`);
    check(text.replace(/[1-9](0*)$/, (digits) => `${Number(digits[0]) - 1}${'9'.repeat(digits.length)}9`));
  }
});

/** The exact decimal halfway between a positive double and the next. */
function halfway(x: number): string {
  const word = new DataView(new ArrayBuffer(8));
  word.setFloat64(0, x);
  const bits = word.getBigUint64(0);
  const biased = bits >> 52n;
  const significand = (bits & ((1n << 52n) - 1n)) | (biased === 0n ? 0n : 1n << 52n);
  const exponent = (biased === 0n ? 1n : biased) - 1076n;
  const odd = 2n * significand + 1n;
  if (exponent >= 0n) return (odd << exponent).toString();
  const digits = (odd * 5n ** -exponent).toString().padStart(Number(-exponent) + 1, '0');
  return `${digits.slice(0, Number(exponent))}.${digits.slice(Number(exponent))}`;
}

test('literals, white space and everything else', () => {
  const texts = ['', ' ', '\t\n\v\f\r \u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000\ufeff1\ufeff', '\u180e1', '1 2', '0', '-0', '+0', '-', '+', '.', '.5', '5.', '5..', '-.5e1', 'e5', '1e', '1e+', '1e-5', '1E5', '1e5.5',
    'Infinity', '-Infinity', '+Infinity', 'infinity', 'Infinit', 'Infinityx', '0x', '0x1F', '0XaB', '-0x10', '0b101', '0B2', '0o17', '0O8', '0b', '0x1g', '1_000', 'NaN', 'null', '12abc', '1e1000', '-1e1000', '1e-1000', '1e99999999999', '1e-99999999999',
    '0e99999999999', '00012', '0.0000000000000000000000000000000000000001', '9007199254740993', '9007199254740992.99999999999999999999', '179769313486231580793e289', '1.7976931348623159e308', '1.7976931348623158e308', '4.9e-324', '2.4703282292062327e-324', '2.4703282292062328e-324',
    '0xfffffffffffff8', '0x1fffffffffffff', '0x20000000000001', '0x20000000000003', `0x${'f'.repeat(300)}`, `0x8${'0'.repeat(255)}`, `0b1${'0'.repeat(52)}11`, `0x1${'0'.repeat(12)}08000000000000000001`,
    `0.${'0'.repeat(400)}1`, `1${'0'.repeat(400)}e-400`, `${'9'.repeat(900)}e-900`, `${'1234567890'.repeat(100)}e-990`, '\u0661', 'é', '\ud83d'];
  for (const text of texts) check(text);
});
