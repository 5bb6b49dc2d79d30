/**
 * Chooses the short or near form of each jump within a function. NASM could, but it starts with short jumps everywhere and needs a
 * pass over the whole program for each round of growth (about 50 for 140,000 lines, 20 times as long as assembling them).
 *
 * Works on an upper bound of each line's length, so a jump that could just be short may stay near.
 */
const SHORT_REACH = 127;
const JUMP = /^(jmp|j[a-z]{1,2}) (\.\w+)$/;

/** Adds `short` or `near` to the jumps of a function's lines, in place. */
export function sizeJumps(lines: string[]): void {
  const bytes = lines.map(longest);
  const labels = new Map<string, number>();
  const jumps: { line: number; mnemonic: string; target: string; isShort: boolean }[] = [];
  lines.forEach((text, line) => {
    if (text.endsWith(':')) labels.set(text.slice(0, -1), line);
    const match = JUMP.exec(text);
    if (match) jumps.push({ line, mnemonic: match[1], target: match[2], isShort: false });
  });
  for (let changed = true; changed; ) {
    changed = false;
    const offsets = [0];
    bytes.forEach((length, i) => offsets.push(offsets[i] + length));
    for (const jump of jumps) {
      const target = labels.get(jump.target);
      if (jump.isShort || target === undefined) continue;
      if (Math.abs(offsets[target] - offsets[jump.line + 1]) + bytes[jump.line] > SHORT_REACH) continue;
      jump.isShort = changed = true;
      bytes[jump.line] = 2;
    }
  }
  for (const { line, mnemonic, target, isShort } of jumps) lines[line] = `${mnemonic} ${isShort ? 'short' : 'near'} ${target}`;
}

/** An upper bound of the bytes that a line assembles to. Data lines belong to other sections. */
function longest(line: string): number {
  const space = line.indexOf(' ');
  if (line.endsWith(':') || line.startsWith('%') || line.startsWith('[') || line.startsWith('.') || line.startsWith('_')) return 0;
  if (space < 0) return 3;
  const mnemonic = line.slice(0, space);
  if (mnemonic === 'align') return 15;
  if (mnemonic.startsWith('j')) return 6;
  // Prefix, REX, two opcode bytes, ModRM; comparisons of doubles have their predicate in one more.
  let bytes = mnemonic.startsWith('cmp') && mnemonic.endsWith('sd') ? 6 : 5;
  const bracket = line.indexOf('[');
  if (bracket >= 0) {
    bytes += 1 + displacementBytes(line.slice(bracket + 1, line.indexOf(']')));
    if (line.startsWith('gs:', bracket + 1)) bytes += 5;
  }
  const comma = line.lastIndexOf(',');
  if (comma < 0) return bytes + 4;
  const last = line.slice(comma + 2);
  const constant = Number(last);
  if (Number.isNaN(constant)) return REGISTER_OR_MEMORY.test(last) ? bytes : bytes + 4;
  const isMove = mnemonic === 'mov';
  if (constant >= -128 && constant < 128) return bytes + (isMove ? 4 : 1);
  return bytes + (isMove && (constant > 0xffff_ffff || constant < -0x8000_0000) ? 8 : 4);
}

const REGISTER_OR_MEMORY = /\[|^(?:[re]?[a-ds][xpi]|[a-d]l|[sd]il|[sb]pl|r\d+[bwd]?|xmm\d+)$/;

function displacementBytes(address: string): number {
  const match = /([+-])(\d+)$/.exec(address);
  if (!/^(r|e)[a-z0-9]{1,2}\b/.test(address)) return 4;
  if (!match) return 1;
  return Number(match[2]) < 128 ? 1 : 4;
}
