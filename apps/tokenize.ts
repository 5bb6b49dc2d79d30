/**
 * Splits TypeScript sources into tokens and prints how many there are of each kind, and the most frequent identifiers.
 *
 * Arguments: source files. Includes: the folders they lie in (`--include src`).
 */
import { readFileSync } from 'node:fs';

type Kind = 'identifier' | 'keyword' | 'number' | 'string' | 'template' | 'comment' | 'punctuator';

interface Token {
  readonly kind: Kind;
  readonly text: string;
  readonly line: number;
}

const keywords = new Set([
  'as', 'break', 'case', 'catch', 'class', 'const', 'continue', 'default', 'do', 'else', 'enum', 'export', 'extends', 'false', 'finally',
  'for', 'from', 'function', 'if', 'import', 'in', 'instanceof', 'interface', 'let', 'new', 'null', 'of', 'return', 'static', 'super',
  'switch', 'this', 'throw', 'true', 'try', 'type', 'typeof', 'undefined', 'void', 'while', 'readonly', 'private', 'public',
]);

const punctuators = ['>>>=', '...', '===', '!==', '**=', '<<=', '>>=', '>>>', '&&=', '||=', '??=', '=>', '==', '!=', '<=', '>=', '&&', '||', '??', '?.', '++', '--', '+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '<<', '>>', '**'];

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isNameStart = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36 || code > 127;
const isNamePart = (code: number): boolean => isNameStart(code) || isDigit(code);

class Tokenizer {
  private position = 0;
  private line = 1;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  tokens(): Token[] {
    const result: Token[] = [];
    for (let token = this.next(); token !== undefined; token = this.next()) result.push(token);
    return result;
  }

  private next(): Token | undefined {
    this.skipSpace();
    if (this.position >= this.source.length) return undefined;
    const start = this.position;
    const line = this.line;
    const kind = this.scan();
    return { kind, text: this.source.slice(start, this.position), line };
  }

  private skipSpace(): void {
    while (this.position < this.source.length) {
      const character = this.source[this.position];
      if (character === '\n') this.line++;
      else if (character !== ' ' && character !== '\t' && character !== '\r') return;
      this.position++;
    }
  }

  private scan(): Kind {
    const character = this.source[this.position];
    const code = this.source.charCodeAt(this.position);
    if (this.source.startsWith('//', this.position)) {
      const end = this.source.indexOf('\n', this.position);
      this.position = end < 0 ? this.source.length : end;
      return 'comment';
    }
    if (this.source.startsWith('/*', this.position)) {
      this.advanceTo(this.source.indexOf('*/', this.position + 2) + 2);
      return 'comment';
    }
    switch (character) {
      case "'":
      case '"':
        this.scanQuoted(character);
        return 'string';
      case '`':
        this.scanQuoted(character);
        return 'template';
    }
    if (isDigit(code)) {
      while (isNamePart(this.source.charCodeAt(this.position)) || this.source[this.position] === '.') this.position++;
      return 'number';
    }
    if (isNameStart(code) || character === '#') {
      const start = this.position++;
      while (isNamePart(this.source.charCodeAt(this.position))) this.position++;
      return keywords.has(this.source.slice(start, this.position)) ? 'keyword' : 'identifier';
    }
    const punctuator = punctuators.find((candidate) => this.source.startsWith(candidate, this.position));
    this.position += punctuator?.length ?? 1;
    return 'punctuator';
  }

  private scanQuoted(quote: string): void {
    this.position++;
    while (this.position < this.source.length && this.source[this.position] !== quote) {
      if (this.source[this.position] === '\\') this.position++;
      if (this.source[this.position] === '\n') this.line++;
      this.position++;
    }
    this.position++;
  }

  private advanceTo(end: number): void {
    for (; this.position < end; this.position++) if (this.source[this.position] === '\n') this.line++;
  }
}

const byKind = new Map<Kind, number>();
const names = new Map<string, number>();
let lastLine = 0;
for (const file of process.argv.slice(2)) {
  const tokens = new Tokenizer(readFileSync(file, 'utf8')).tokens();
  for (const { kind, text } of tokens) {
    byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
    if (kind === 'identifier') names.set(text, (names.get(text) ?? 0) + 1);
  }
  lastLine = tokens[tokens.length - 1]?.line ?? 0;
  console.log(`${file}: ${tokens.length} tokens, the last one in line ${lastLine}`);
}
for (const [kind, count] of [...byKind].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) console.log(kind.padEnd(12) + String(count).padStart(7));
const frequent = [...names.entries()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 10);
console.log('most frequent:', frequent);
