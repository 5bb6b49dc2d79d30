/** JSON.parse: ECMA-262 section 25.5.1, with V8's messages. */

import { requireCallable } from './callable.ts';
import { SyntaxError } from './error.ts';
import {
  createDataProperty, deleteProperty, getProperty, isArray, makeHole, numberToString, ownKeys, stringFromCharCode, stringSlice, stringToNumber,
} from './intrinsics.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DOT = 0x2e;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** Characters of the source on each side of an error that its message shows. */
const CONTEXT_LENGTH = 10;

type Reviver = (this: unknown, key: string, value: unknown) => unknown;

/** 25.5.1. */
export function parse(text: string, reviver?: Reviver): unknown {
  const parser = new Parser(`${text}`);
  const value = parser.parse();
  if (typeof reviver !== 'function') return value;
  requireCallable(reviver);
  return revive({ '': value }, '', reviver);
}

/** 25.5.1.1, InternalizeJSONProperty. */
function revive(holder: object, key: string, reviver: Reviver): unknown {
  const value = getProperty(holder, key);
  if (isArray(value)) {
    const length = value.length;
    for (let i = 0; i < length; i++) {
      const element = revive(value, numberToString(i), reviver);
      if (element !== undefined) value[i] = element;
      else if (i < value.length) makeHole(value, i);
    }
  } else if (typeof value === 'object' && value !== null) {
    const keys = ownKeys(value);
    for (let i = 0; i < keys.length; i++) {
      const element = revive(value, keys[i], reviver);
      if (element === undefined) deleteProperty(value, keys[i]);
      else createDataProperty(value, keys[i], element);
    }
  }
  return reviver.call(holder, key, value);
}

/** A parser by recursive descent over the code units. */
class Parser {
  readonly #source: string;
  #position = 0;

  constructor(source: string) {
    this.#source = source;
  }

  parse(): unknown {
    const value = this.#parseValue();
    this.#skipWhiteSpace();
    if (this.#position < this.#source.length) {
      throw new SyntaxError(`Unexpected non-whitespace character after JSON at position ${this.#position}`);
    }
    return value;
  }

  /** The code unit at the position, -1 at the end. */
  #peek(): number {
    return this.#position < this.#source.length ? this.#source.charCodeAt(this.#position) : -1;
  }

  #skipWhiteSpace(): void {
    const source = this.#source;
    let i = this.#position;
    while (i < source.length) {
      const unit = source.charCodeAt(i);
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) break;
      i++;
    }
    this.#position = i;
  }

  #parseValue(): unknown {
    this.#skipWhiteSpace();
    const unit = this.#peek();
    switch (unit) {
      case QUOTE: return this.#parseString();
      case OPEN_BRACE: return this.#parseObject();
      case OPEN_BRACKET: return this.#parseArray();
      case 0x74: return this.#parseLiteral('true', true);
      case 0x66: return this.#parseLiteral('false', false);
      case 0x6e: return this.#parseLiteral('null', null);
    }
    if (unit === MINUS || isDigit(unit)) return this.#parseNumber();
    return this.#failAtToken();
  }

  #parseLiteral<T>(text: string, value: T): T {
    for (let i = 0; i < text.length; i++) {
      if (this.#peek() !== text.charCodeAt(i)) this.#failAtToken();
      this.#position++;
    }
    return value;
  }

  #parseObject(): object {
    const object = {};
    this.#position++;
    this.#skipWhiteSpace();
    if (this.#peek() === CLOSE_BRACE) {
      this.#position++;
      return object;
    }
    if (this.#peek() !== QUOTE) this.#fail("Expected property name or '}'");
    for (let isFirst = true; ; isFirst = false) {
      const key = this.#parseString();
      this.#skipWhiteSpace();
      if (this.#peek() !== COLON) {
        if (!isFirst) this.#failAtToken();
        this.#fail("Expected ':' after property name");
      }
      this.#position++;
      createDataProperty(object, key, this.#parseValue());
      this.#skipWhiteSpace();
      const unit = this.#peek();
      if (unit !== COMMA && unit !== CLOSE_BRACE) this.#fail("Expected ',' or '}' after property value");
      this.#position++;
      if (unit === CLOSE_BRACE) return object;
      this.#skipWhiteSpace();
      if (this.#peek() !== QUOTE) this.#fail('Expected double-quoted property name');
    }
  }

  #parseArray(): unknown[] {
    const array: unknown[] = [];
    this.#position++;
    this.#skipWhiteSpace();
    if (this.#peek() === CLOSE_BRACKET) {
      this.#position++;
      return array;
    }
    for (;;) {
      array[array.length] = this.#parseValue();
      this.#skipWhiteSpace();
      const unit = this.#peek();
      if (unit !== COMMA && unit !== CLOSE_BRACKET) this.#fail("Expected ',' or ']' after array element");
      this.#position++;
      if (unit === CLOSE_BRACKET) return array;
    }
  }

  #parseString(): string {
    const source = this.#source;
    let result = '';
    let copied = ++this.#position;
    for (;;) {
      const unit = this.#peek();
      if (unit === QUOTE) {
        result += stringSlice(source, copied, this.#position);
        this.#position++;
        return result;
      }
      if (unit < 0) this.#fail('Unterminated string');
      if (unit < 0x20) this.#fail('Bad control character in string literal');
      if (unit === BACKSLASH) {
        result += stringSlice(source, copied, this.#position) + this.#parseEscape();
        copied = this.#position;
      } else {
        this.#position++;
      }
    }
  }

  #parseEscape(): string {
    this.#position++;
    const unit = this.#peek();
    if (unit < 0 || unit > 0xff) this.#failAtToken();
    if (unit === 0x75) return this.#parseUnicodeEscape();
    const escaped = unescape(unit);
    if (escaped === '') this.#fail('Bad escaped character');
    this.#position++;
    return escaped;
  }

  #parseUnicodeEscape(): string {
    let code = 0;
    for (let i = 0; i < 4; i++) {
      this.#position++;
      const digit = hexValue(this.#peek());
      if (digit < 0) this.#fail('Bad Unicode escape');
      code = code * 16 + digit;
    }
    this.#position++;
    return stringFromCharCode(code);
  }

  #parseNumber(): number {
    const start = this.#position;
    if (this.#peek() === MINUS) {
      this.#position++;
      if (!isDigit(this.#peek())) this.#fail('No number after minus sign');
    }
    if (this.#peek() === 0x30) {
      this.#position++;
      if (isDigit(this.#peek())) this.#fail('Unexpected number');
    } else {
      this.#skipDigits();
    }
    if (this.#peek() === DOT) {
      this.#position++;
      if (!isDigit(this.#peek())) this.#fail('Unterminated fractional number');
      this.#skipDigits();
    }
    if ((this.#peek() | 32) === 0x65) {
      this.#position++;
      const sign = this.#peek();
      if (sign === MINUS || sign === 0x2b) this.#position++;
      if (!isDigit(this.#peek())) this.#fail('Exponent part is missing a number');
      this.#skipDigits();
    }
    return stringToNumber(stringSlice(this.#source, start, this.#position));
  }

  #skipDigits(): void {
    while (isDigit(this.#peek())) this.#position++;
  }

  #fail(what: string): never {
    throw new SyntaxError(`${what} in JSON at position ${this.#position}`);
  }

  /** The message for a token that starts no value. */
  #failAtToken(): never {
    const source = this.#source;
    const position = this.#position;
    const unit = this.#peek();
    if (unit < 0) throw new SyntaxError('Unexpected end of JSON input');
    if (unit === MINUS || isDigit(unit)) this.#fail('Unexpected number');
    if (unit === QUOTE) this.#fail('Unexpected string');
    if (source === 'undefined' || source === 'NaN' || source === 'Infinity' || source === '[object Object]') {
      throw new SyntaxError(`"${source}" is not valid JSON`);
    }
    let start = 0;
    let end = source.length;
    if (source.length > 2 * CONTEXT_LENGTH) {
      if (position >= CONTEXT_LENGTH) start = position - CONTEXT_LENGTH;
      if (position < source.length - CONTEXT_LENGTH) end = position + CONTEXT_LENGTH;
    }
    const before = start > 0 || (source.length > 2 * CONTEXT_LENGTH && position >= CONTEXT_LENGTH) ? '...' : '';
    const after = end < source.length ? '...' : '';
    throw new SyntaxError(`Unexpected token '${source[position]}', ${before}"${stringSlice(source, start, end)}"${after} is not valid JSON`);
  }
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function hexValue(unit: number): number {
  if (isDigit(unit)) return unit - 0x30;
  const lower = unit | 32;
  return unit > 0 && lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** The character for the letter behind a backslash, '' if there is none. */
function unescape(unit: number): string {
  switch (unit) {
    case QUOTE: return '"';
    case BACKSLASH: return '\\';
    case 0x2f: return '/';
    case 0x62: return '\b';
    case 0x66: return '\f';
    case 0x6e: return '\n';
    case 0x72: return '\r';
    case 0x74: return '\t';
    default: return '';
  }
}
