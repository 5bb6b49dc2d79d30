/** ArrayBuffer and Buffer as util.inspect of node 20 writes them. */

import { formatNumber } from './inspect-text.ts';
import type { NumberArray } from './typed-array-type.ts';

const MAX_ARRAY_BUFFER_BYTES = 100;
const MAX_BUFFER_BYTES = 50;

/** Two digits for each byte, and how many are left out. */
function hexText(bytes: NumberArray, limit: number): string {
  const digits = '0123456789abcdef';
  let text = '';
  for (let i = 0; i < bytes.length && i < limit; i++) {
    if (i > 0) text += ' ';
    text += digits[bytes[i] >> 4] + digits[bytes[i] & 15];
  }
  const rest = bytes.length - limit;
  return rest > 0 ? `${text} ... ${rest} more byte${rest > 1 ? 's' : ''}` : text;
}

/** The entries between the braces. */
export function formatArrayBuffer(buffer: ArrayBuffer): string[] {
  const bytes = new Uint8Array(buffer);
  return [`[Uint8Contents]: <${hexText(bytes, MAX_ARRAY_BUFFER_BYTES)}>`, `byteLength: ${formatNumber(bytes.length)}`];
}

export function formatBuffer(bytes: NumberArray): string {
  return `<Buffer ${hexText(bytes, MAX_BUFFER_BYTES)}>`;
}
