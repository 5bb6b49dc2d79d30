/** Bytes per symbol of a linked file, from its symbol table (ELF64, "Symbol Table"). */
export interface SymbolSize {
  readonly name: string;
  readonly section: string;
  readonly bytes: number;
}

const SECTION_HEADER_BYTES = 64;
const SYMBOL_BYTES = 24;
const SHT_SYMTAB = 2;
const SHT_NOBITS = 8;
const SHF_ALLOC = 2;
const SHN_LORESERVE = 0xff00;

/**
 * Functions and data of an ELF64 file, the largest first. A symbol without a size reaches to the next one in its section. Two names
 * of one place count once.
 */
export function symbolSizes(elf: Uint8Array): SymbolSize[] {
  const view = viewOf(elf);
  const sections = readSections(elf);
  const table = sections.find(({ type }) => type === SHT_SYMTAB);
  if (!table) return [];
  const strings = sections[table.link].offset;
  const symbols: { name: string; section: number; address: number; bytes: number }[] = [];
  for (let at = table.offset; at < table.offset + table.bytes; at += SYMBOL_BYTES) {
    const sectionIndex = view.getUint16(at + 6, true);
    const name = textAt(elf, strings + view.getUint32(at, true));
    if (sectionIndex === 0 || sectionIndex >= SHN_LORESERVE || name === '') continue;
    symbols.push({ name, section: sectionIndex, address: Number(view.getBigUint64(at + 8, true)), bytes: Number(view.getBigUint64(at + 16, true)) });
  }
  symbols.sort((a, b) => a.section - b.section || a.address - b.address || b.bytes - a.bytes);
  const sizes: SymbolSize[] = [];
  symbols.forEach((symbol, i) => {
    const previous = symbols[i - 1];
    if (previous && previous.section === symbol.section && previous.address === symbol.address) return;
    const next = symbols.slice(i + 1).find((other) => other.section === symbol.section && other.address > symbol.address);
    const { address, bytes: size, name } = sections[symbol.section];
    const end = next ? next.address : address + size;
    sizes.push({ name: symbol.name, section: name, bytes: symbol.bytes || end - symbol.address });
  });
  return sizes.filter(({ bytes }) => bytes > 0).sort((a, b) => b.bytes - a.bytes || (a.name < b.name ? -1 : 1));
}

/** Bytes of each section that a machine loads from the file, by name, in the order of their addresses. */
export function sectionSizes(elf: Uint8Array): Map<string, number> {
  const loaded = readSections(elf).filter(({ type, flags, bytes }) => type !== SHT_NOBITS && (flags & SHF_ALLOC) !== 0 && bytes > 0);
  return new Map(loaded.sort((a, b) => a.address - b.address).map(({ name, bytes }) => [name, bytes]));
}

interface Section {
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly address: number;
  readonly offset: number;
  readonly bytes: number;
  readonly link: number;
}

/** The section headers (ELF64, "Sections"). */
function readSections(elf: Uint8Array): Section[] {
  const view = viewOf(elf);
  const headers = Number(view.getBigUint64(0x28, true));
  const word = (at: number): number => Number(view.getBigUint64(at, true));
  const header = (i: number): number => headers + i * SECTION_HEADER_BYTES;
  const names = word(header(view.getUint16(0x3e, true)) + 24);
  return Array.from({ length: view.getUint16(0x3c, true) }, (_, i) => {
    const at = header(i);
    return {
      name: textAt(elf, names + view.getUint32(at, true)), type: view.getUint32(at + 4, true), flags: word(at + 8),
      address: word(at + 16), offset: word(at + 24), bytes: word(at + 32), link: view.getUint32(at + 40, true),
    };
  });
}

function viewOf(elf: Uint8Array): DataView {
  return new DataView(elf.buffer, elf.byteOffset, elf.byteLength);
}

/** A string that ends with a zero. */
function textAt(elf: Uint8Array, at: number): string {
  return new TextDecoder().decode(elf.subarray(at, elf.indexOf(0, at)));
}
