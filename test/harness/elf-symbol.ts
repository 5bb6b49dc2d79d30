/** Where a symbol's content lies in an ELF64 file that has a symbol table (System V ABI, "Symbol Table"). */

const SECTION_HEADER_BYTES = 64;
const SYMBOL_BYTES = 24;
const SHT_SYMTAB = 2;

/** Offset in the file, in bytes; undefined where there is no such symbol. */
export function fileOffsetOfSymbol(elf: Buffer, name: string): number | undefined {
  const headers = Number(elf.readBigUInt64LE(0x28));
  const section = (index: number): { type: number; address: number; offset: number; size: number; link: number } => {
    const at = headers + index * SECTION_HEADER_BYTES;
    const word = (offset: number): number => Number(elf.readBigUInt64LE(at + offset));
    return { type: elf.readUInt32LE(at + 4), address: word(16), offset: word(24), size: word(32), link: elf.readUInt32LE(at + 40) };
  };
  const sections = Array.from({ length: elf.readUInt16LE(0x3c) }, (_, index) => section(index));
  const table = sections.find(({ type }) => type === SHT_SYMTAB);
  const wanted = Buffer.from(`${name}\0`);
  for (let at = table?.offset ?? 0; table && at < table.offset + table.size; at += SYMBOL_BYTES) {
    const text = sections[table.link].offset + elf.readUInt32LE(at);
    if (!elf.subarray(text, text + wanted.length).equals(wanted)) continue;
    const { address, offset } = sections[elf.readUInt16LE(at + 6)];
    return Number(elf.readBigUInt64LE(at + 8)) - address + offset;
  }
  return undefined;
}
