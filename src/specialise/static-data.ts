import { createHash } from 'node:crypto';
import { CELL_ALIGNMENT, KIND_FUNCTION, KIND_OBJECT } from '../layout/cell.ts';
import { stringHash } from '../layout/string-hash.ts';
import {
  ATTRIBUTE_ACCESSOR, ATTRIBUTE_CONFIGURABLE, ATTRIBUTE_ENUMERABLE, ATTRIBUTES_OF_ASSIGNMENT, SLOT_F64, SLOT_F64U, SLOT_I64, SLOT_VALUE,
} from '../layout/shape.ts';
import { VALUE_UNDEFINED } from '../layout/value.ts';
import type { DataInfo, DataWord, Half } from '../ir/module.ts';
import type { Layout } from './layout.ts';

/** Static cells and shapes of the program, made once per content and emitted as data of the image. */
export class StaticData {
  readonly data: DataInfo[] = [];
  private readonly strings = new Map<string, string>();
  private readonly made = new Map<string, string>();

  /** Symbol of the static string cell with these code units. */
  string(text: string): string {
    let symbol = this.strings.get(text);
    if (!symbol) {
      symbol = stringSymbol(text);
      this.strings.set(text, symbol);
      this.data.push({ symbol, section: 'rodata', words: stringWords(text), tracked: [] });
    }
    return symbol;
  }

  /** The data of a string cell that was named before. */
  stringData(text: string): DataInfo {
    return this.data.find(({ symbol }) => symbol === this.strings.get(text))!;
  }

  /** Adds a data item once per key; gives its symbol. */
  once(key: string, words: () => DataWord[]): string {
    let symbol = this.made.get(key);
    if (!symbol) {
      symbol = key;
      this.made.set(key, symbol);
      this.data.push({ symbol, section: 'rodata', words: words(), tracked: [] });
    }
    return symbol;
  }
}

/** The same in every program, so that finished code can name it. */
export function stringSymbol(text: string): string {
  return `string$${createHash('sha256').update(text, 'utf16le').digest('hex').slice(0, 16)}`;
}

function stringWords(text: string): DataWord[] {
  const wide = [...Array(text.length).keys()].some((i) => text.charCodeAt(i) > 0xff);
  const unitBytes = wide ? 2 : 1;
  const words: DataWord[] = [
    { low: { symbol: wide ? 'shape_string16' : 'shape_string8' }, high: 0n },
    { low: BigInt(text.length), high: BigInt(stringHash(text) >>> 0) },
  ];
  const unitsPerWord = CELL_ALIGNMENT / unitBytes;
  for (let i = 0; i < text.length; i += unitsPerWord) {
    let word = 0n;
    for (let j = Math.min(unitsPerWord, text.length - i) - 1; j >= 0; j--) word = (word << BigInt(8 * unitBytes)) | BigInt(text.charCodeAt(i + j));
    words.push(word);
  }
  return words;
}

export interface ShapeRecord {
  kind: number;
  flags?: number;
  sizeWords: number;
  /** With SHAPE_FLAG_LONG_MAP the address of the map. */
  pointerBitmap: Half;
  prototype?: DataWord;
  properties?: Half;
  propertyCount?: number;
  name?: Half;
  unitShift?: number;
  trackedPayload?: number;
  functionLength?: number;
  uniformEntry?: Half;
  extensionWord?: number;
}

/** The words of a shape (src/layout/shape.ts). */
export function shapeWords(shape: ShapeRecord): DataWord[] {
  const low = BigInt(shape.kind) | (BigInt(shape.flags ?? 0) << 8n) | (BigInt(shape.sizeWords) << 16n);
  return [
    { low, high: shape.pointerBitmap },
    shape.prototype ?? VALUE_UNDEFINED,
    { low: shape.properties ?? 0n, high: BigInt(shape.propertyCount ?? 0) },
    { low: shape.name ?? 0n, high: BigInt(shape.unitShift ?? 0) | (BigInt(shape.trackedPayload ?? 0) << 8n) | (BigInt(shape.functionLength ?? 0) << 16n) },
    shape.uniformEntry ?? 0n,
    { low: BigInt(shape.extensionWord ?? 0), high: 0n },
  ];
}

export const SLOT_CODES: Record<string, number> = { f64: SLOT_F64, f64u: SLOT_F64U, i64: SLOT_I64, value: SLOT_VALUE, ref: SLOT_VALUE };

/** The property table of a layout, and its map of tracked words. */
export function propertyWords(data: StaticData, layout: Layout, hidden: ReadonlySet<string>): { words: DataWord[]; count: number; bitmap: bigint } {
  const words: DataWord[] = [];
  let bitmap = layout.extensionOffset ? 1n << BigInt(layout.extensionOffset / 8) : 0n;
  for (const slot of layout.slots.values()) {
    if (slot.rep === 'value' || slot.rep === 'ref') bitmap |= 1n << BigInt(slot.offset / 8);
    const accessor = slot.name.startsWith('#get ') ? slot.name.slice('#get '.length) : null;
    if (accessor !== null) {
      words.push({
        low: { symbol: data.string(accessor) },
        high: BigInt(slot.offset / 8) | (BigInt(ATTRIBUTE_ACCESSOR | ATTRIBUTE_ENUMERABLE | ATTRIBUTE_CONFIGURABLE) << 24n),
      });
    }
    if (slot.name.startsWith('#')) continue;
    const attributes = hidden.has(slot.name) ? ATTRIBUTES_OF_ASSIGNMENT & ~ATTRIBUTE_ENUMERABLE : ATTRIBUTES_OF_ASSIGNMENT;
    words.push({
      low: { symbol: data.string(slot.name) },
      high: BigInt(slot.offset / 8) | (BigInt(SLOT_CODES[slot.rep]!) << 16n) | (BigInt(attributes) << 24n),
    });
  }
  return { words, count: words.length, bitmap };
}

export { KIND_FUNCTION, KIND_OBJECT };
