import { registerName } from './registers.ts';

/** A place with its assembly text resolved. */
export type Location =
  | { readonly kind: 'register'; readonly register: number }
  /** Bytes from rsp. */
  | { readonly kind: 'stack'; readonly offset: number }
  | { readonly kind: 'integer'; readonly bits: bigint }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'double'; readonly bits: bigint; readonly label: string };

export interface LocatedMove {
  readonly to: Location & { kind: 'register' | 'stack' };
  from: Location;
  readonly xmm: boolean;
}

/**
 * Puts moves that happen at once in an order that has the same effect. A move is done when nothing still has to be read from its
 * target; what remains then are cycles, which exchanges break without a scratch register. `free` are general registers for moves from
 * memory to memory, which go through the stack where there is none. No instruction changes rsp for longer than itself needs, and
 * flags may be changed.
 */
export function sequentialise(moves: readonly LocatedMove[], free: number): string[] {
  const lines: string[] = [];
  let pending = moves.filter(({ to, from }) => !same(to, from)).map((move) => ({ ...move }));
  const scratch = free === 0 ? -1 : 31 - Math.clz32(free & -free);
  while (pending.length > 0) {
    const ready = pending.findIndex(({ to }, i) => !pending.some(({ from }, j) => j !== i && same(from, to)));
    const [move] = pending.splice(Math.max(ready, 0), 1);
    if (ready >= 0) {
      lines.push(...moveText(move, scratch));
      continue;
    }
    const { to, from } = move;
    lines.push(...exchangeText(to, from as LocatedMove['to']));
    for (const other of pending) {
      if (same(other.from, to)) other.from = from;
      else if (same(other.from, from)) other.from = to;
    }
    pending = pending.filter((other) => !same(other.to, other.from));
  }
  return lines;
}

function same(a: Location, b: Location): boolean {
  if (a.kind === 'register') return b.kind === 'register' && a.register === b.register;
  return a.kind === 'stack' && b.kind === 'stack' && a.offset === b.offset;
}

const slot = (offset: number): string => `qword [rsp+${offset}]`;

function moveText({ to, from, xmm }: LocatedMove, scratch: number): string[] {
  if (to.kind === 'register') return [loadText(to.register, from, xmm)];
  switch (from.kind) {
    case 'register':
      return [`${xmm ? 'movsd' : 'mov'} ${slot(to.offset)}, ${registerName(from.register, xmm ? 'x' : 'q')}`];
    case 'stack': {
      if (scratch < 0) return [`push ${slot(from.offset)}`, `pop ${slot(to.offset)}`];
      const through = registerName(scratch, 'q');
      return [`mov ${through}, ${slot(from.offset)}`, `mov ${slot(to.offset)}, ${through}`];
    }
    case 'symbol':
      return [`mov ${slot(to.offset)}, ${from.name}`];
    default:
      return storeBits(to.offset, from.bits);
  }
}

function storeBits(offset: number, bits: bigint): string[] {
  const signed = BigInt.asIntN(64, bits);
  if (signed === BigInt.asIntN(32, signed)) return [`mov ${slot(offset)}, ${signed}`];
  return [`mov dword [rsp+${offset}], ${BigInt.asIntN(32, bits)}`, `mov dword [rsp+${offset + 4}], ${BigInt.asIntN(32, bits >> 32n)}`];
}

/** Text that brings a value into a register. A constant may change the flags. */
export function loadText(register: number, from: Location, xmm: boolean): string {
  const target = registerName(register, xmm ? 'x' : 'q');
  switch (from.kind) {
    case 'register':
      return `${xmm ? 'movaps' : 'mov'} ${target}, ${registerName(from.register, xmm ? 'x' : 'q')}`;
    case 'stack':
      return `${xmm ? 'movsd' : 'mov'} ${target}, ${slot(from.offset)}`;
    case 'symbol':
      return `mov ${registerName(register, 'd')}, ${from.name}`;
    case 'double':
      return from.bits === 0n ? `xorps ${target}, ${target}` : `movsd ${target}, [${from.label}]`;
    case 'integer':
      return integerText(register, from.bits);
  }
}

function integerText(register: number, bits: bigint): string {
  const half = registerName(register, 'd');
  if (bits === 0n) return `xor ${half}, ${half}`;
  if (bits < 0x1_0000_0000n) return `mov ${half}, ${bits}`;
  const signed = BigInt.asIntN(64, bits);
  return signed === BigInt.asIntN(32, signed) ? `mov ${registerName(register, 'q')}, ${signed}` : `mov ${registerName(register, 'q')}, 0x${bits.toString(16)}`;
}

function exchangeText(a: LocatedMove['to'], b: LocatedMove['to']): string[] {
  if (a.kind === 'stack' && b.kind === 'stack') {
    return [`push ${slot(a.offset)}`, `push ${slot(b.offset + 8)}`, `pop ${slot(a.offset + 8)}`, `pop ${slot(b.offset)}`];
  }
  if (a.kind === 'stack') return exchangeText(b, a);
  if (b.kind === 'register') {
    if (a.register < 16) return [`xchg ${registerName(a.register, 'q')}, ${registerName(b.register, 'q')}`];
    const [x, y] = [registerName(a.register, 'x'), registerName(b.register, 'x')];
    return [`xorps ${x}, ${y}`, `xorps ${y}, ${x}`, `xorps ${x}, ${y}`];
  }
  if (a.register < 16) return [`xchg ${registerName(a.register, 'q')}, ${slot(b.offset)}`];
  const x = registerName(a.register, 'x');
  return [`push ${slot(b.offset)}`, `movsd ${slot(b.offset + 8)}, ${x}`, `movsd ${x}, qword [rsp]`, 'lea rsp, [rsp+8]'];
}
