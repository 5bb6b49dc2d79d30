/** node:fs over the files that were built into the image. */

import { asBuffer, decodeUtf8, includedFile } from '../intrinsics.ts';
import { invalidArgumentType, invalidArgumentValue, systemError } from '../node-error.ts';
import { unsupported } from '../unsupported.ts';

const NO_SUCH_FILE = -2;

type Options = string | { readonly encoding?: string | null } | null | undefined;

/** The whole file: text if an encoding is given, else a Buffer. */
export function readFileSync(path: string, options?: Options): string | Uint8Array {
  if (typeof path !== 'string') throw invalidArgumentType('path', 'of type string or an instance of Buffer or URL', path);
  const encoding = typeof options === 'object' && options !== null ? options.encoding : options;
  const bytes = includedFile(path);
  if (bytes === undefined) throw systemError('ENOENT', NO_SUCH_FILE, 'no such file or directory', 'open', path);
  if (encoding === undefined || encoding === null || encoding === 'buffer') return asBuffer(bytes);
  return decode(bytes, encoding);
}

function decode(bytes: Uint8Array, encoding: string): string {
  switch (encoding) {
    case 'utf8': case 'utf-8': case 'UTF-8': case 'UTF8': return decodeUtf8(bytes, 0, bytes.length);
    case 'ascii': case 'latin1': case 'binary': case 'hex': case 'base64': case 'base64url': case 'ucs2': case 'ucs-2': case 'utf16le': case 'utf-16le':
      return unsupported(`the encoding ${encoding} of readFileSync`);
    default: throw invalidArgumentValue('encoding', 'is invalid encoding', encoding);
  }
}

export function existsSync(path: string): boolean {
  return typeof path === 'string' && includedFile(path) !== undefined;
}

export * as default from './fs.ts';
