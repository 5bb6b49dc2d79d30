import type { AssembledFunction, Chunk, SourceFunction } from './assembled-function.ts';

/** Symbols of the static string cells that traces show, or null where a trace shows nothing. */
export interface TraceStrings {
  functionName(source: SourceFunction): string | null;
  file(source: SourceFunction): string | null;
}

/** The position table as NASM text (src/layout/positions.ts), parallel to the frame table's records. */
export function positionTableText(functions: readonly AssembledFunction[], strings: TraceStrings): string {
  const scopes = new Scopes(strings);
  const streams: string[] = [];
  const addresses: string[] = [];
  for (const func of functions) {
    for (const chunk of func.chunks) {
      const positioned = func.source.file !== '' && chunk.sites.length > 0;
      addresses.push(positioned ? `dd position_stream_${addresses.length}` : 'dd 0');
      if (positioned) streams.push(`position_stream_${addresses.length - 1}: db ${stream(func.source, chunk, scopes).join(',')}`);
    }
  }
  return [
    'section .positions progbits alloc noexec nowrite align=8',
    'global position_table', 'position_table:', ...addresses,
    'global position_scopes', 'position_scopes:', ...scopes.text, ...streams, '',
  ].join('\n');
}

function stream(source: SourceFunction, { sites }: Chunk, scopes: Scopes): number[] {
  const bytes: number[] = [];
  const uleb = (n: number): void => {
    for (; n >= 0x80; n = Math.floor(n / 0x80)) bytes.push((n & 0x7f) | 0x80);
    bytes.push(n);
  };
  uleb(scopes.index(source));
  let lastLine = 0;
  for (const { position } of sites) {
    const delta = position.line - lastLine;
    lastLine = position.line;
    const { inlined } = position;
    uleb((delta < 0 ? -2 * delta - 1 : 2 * delta) * 2 + (inlined.length > 0 ? 1 : 0));
    uleb(position.column);
    if (inlined.length === 0) continue;
    uleb(inlined.length);
    for (const { function: inlinedFunction, line, column } of inlined) {
      uleb(scopes.index(inlinedFunction));
      uleb(line);
      uleb(column);
    }
  }
  return bytes;
}

class Scopes {
  readonly text: string[] = [];
  private readonly indices = new Map<string, number>();
  private readonly strings: TraceStrings;

  constructor(strings: TraceStrings) {
    this.strings = strings;
  }

  index(source: SourceFunction): number {
    const key = JSON.stringify([source.name, source.file]);
    const known = this.indices.get(key);
    if (known !== undefined) return known;
    const index = this.indices.size;
    this.indices.set(key, index);
    this.text.push(`dd ${this.strings.functionName(source) ?? 0}, ${this.strings.file(source) ?? 0}`);
    return index;
  }
}
