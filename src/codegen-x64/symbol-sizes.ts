/** Bytes per symbol of a linked file, from its symbol table (ELF64, "Symbol Table"). */
export interface SymbolSize {
  readonly name: string;
  readonly section: string;
  readonly bytes: number;
}

const SECTION_HEADER_BYTES = 64;
const SYMBOL_BYTES = 24;
const SHT_SYMTAB = 2;
const SHN_LORESERVE = 0xff00;

/**
 * Functions and data of an ELF64 file, the largest first. A symbol without a size reaches to the next one in its section. Two names
 * of one place count once.
 */
export function symbolSizes(elf: Uint8Array): SymbolSize[] {
  const view = new DataView(elf.buffer, elf.byteOffset, elf.byteLength);
  const text = (at: number): string => {
    let end = at;
    while (elf[end] !== 0) end++;
    return new TextDecoder().decode(elf.subarray(at, end));
  };
  const headers = Number(view.getBigUint64(0x28, true));
  const count = view.getUint16(0x3c, true);
  const section = (i: number): { name: number; type: number; address: number; offset: number; size: number; link: number } => {
    const at = headers + i * SECTION_HEADER_BYTES;
    const word = (offset: number): number => Number(view.getBigUint64(at + offset, true));
    return { name: view.getUint32(at, true), type: view.getUint32(at + 4, true), address: word(16), offset: word(24), size: word(32), link: view.getUint32(at + 40, true) };
  };
  const sections = Array.from({ length: count }, (_, i) => section(i));
  const names = sections[view.getUint16(0x3e, true)].offset;
  const table = sections.find(({ type }) => type === SHT_SYMTAB);
  if (!table) return [];
  const strings = sections[table.link].offset;
  const symbols: { name: string; section: number; address: number; bytes: number }[] = [];
  for (let at = table.offset; at < table.offset + table.size; at += SYMBOL_BYTES) {
    const sectionIndex = view.getUint16(at + 6, true);
    const name = text(strings + view.getUint32(at, true));
    if (sectionIndex === 0 || sectionIndex >= SHN_LORESERVE || name === '') continue;
    symbols.push({ name, section: sectionIndex, address: Number(view.getBigUint64(at + 8, true)), bytes: Number(view.getBigUint64(at + 16, true)) });
  }
  symbols.sort((a, b) => a.section - b.section || a.address - b.address || b.bytes - a.bytes);
  const sizes: SymbolSize[] = [];
  symbols.forEach((symbol, i) => {
    const previous = symbols[i - 1];
    if (previous && previous.section === symbol.section && previous.address === symbol.address) return;
    const next = symbols.slice(i + 1).find((other) => other.section === symbol.section && other.address > symbol.address);
    const { address, size, name } = sections[symbol.section];
    const end = next ? next.address : address + size;
    sizes.push({ name: symbol.name, section: text(names + name), bytes: symbol.bytes || end - symbol.address });
  });
  return sizes.filter(({ bytes }) => bytes > 0).sort((a, b) => b.bytes - a.bytes || (a.name < b.name ? -1 : 1));
}
