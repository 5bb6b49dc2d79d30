import './prototype-data.ts';
import { expect, it } from 'vitest';
import * as uri from '../../src/std/uri.ts';
import { outcome } from './outcome.ts';
import { Random } from './random.ts';

it('URIs are encoded and decoded as node does', () => {
  const random = new Random(71);
  const pieces = ['a', '%', '%4', '%41', '%2F', '%23', '%C3%A9', '%E6%97%A5', '%F0%9F%98%80', '%ED%A0%80', '%C0%80', '%E0%80%80', '%F8', '%80', '%F4%90%80%80', '%c3', '%A9', ' ', '/', '?', '#',
    'é', '日', '\u{1f600}', '\ud800', '\udc00', '"', "'", '~', '%zz', '%4İ'];
  for (let round = 0; round < 20000; round++) {
    const text = Array.from({ length: random.int(0, 4) }, () => random.pick(pieces)).join('');
    for (const name of ['encodeURI', 'encodeURIComponent', 'decodeURI', 'decodeURIComponent'] as const) {
      expect(outcome(() => uri[name](text)), `${name} ${text}`).toEqual(outcome(() => globalThis[name](text)));
    }
  }
  for (let c = 0; c < 256; c++) for (const name of ['encodeURI', 'encodeURIComponent'] as const) expect(uri[name](String.fromCharCode(c))).toBe(globalThis[name](String.fromCharCode(c)));
});
