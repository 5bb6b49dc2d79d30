import type { Instr, Value } from '../ir/function.ts';
import { type Operand, use } from './machine-ir.ts';
import type { Selector } from './select.ts';

/**
 * Appends the registers of a load's or store's address to `operands` and returns the text of the memory operand. Folds additions
 * of constants and registers and shifts by 1 to 3 into base + index * scale + displacement.
 */
export function memoryOperand(s: Selector, instr: Instr, indexed: boolean, operands: Operand[]): string {
  const address = new Address(s);
  address.displacement = BigInt((instr.attrs.offset ?? 0) as number | bigint);
  address.addBase(instr.args[0], !indexed);
  if (indexed) address.addIndex(instr.args[1], BigInt((instr.attrs.scale || 1) as number | bigint));
  return address.text(operands);
}

export class Address {
  displacement = 0n;
  symbol: string | null = null;
  private readonly s: Selector;
  private base: Value | null = null;
  private index: Value | null = null;
  private scale = 1n;

  constructor(s: Selector) {
    this.s = s;
  }

  /** More than `add` can do in one instruction. */
  get isCompound(): boolean {
    return this.index !== null && (this.scale > 1n || this.displacement !== 0n || this.symbol !== null);
  }

  /** Takes an addition apart that is selected itself. */
  addRoot({ args: [x, y] }: Instr): void {
    const [a, b] = this.s.foldable(x, 'i64.shl') && !this.s.foldable(y, 'i64.shl') ? [y, x] : [x, y];
    this.addBase(a, this.s.constantInteger(b) !== null);
    this.addIndex(b, 1n);
  }

  addBase(value: Value, mayTakeIndex: boolean): void {
    const { s } = this;
    const constant = s.constantInteger(value);
    if (constant !== null && fitsDisplacement(this.displacement + constant)) {
      this.displacement += constant;
      return;
    }
    if (constant === null && this.symbol === null) {
      const symbol = s.immediate(value);
      if (symbol !== null) {
        this.symbol = symbol;
        return;
      }
    }
    const same = s.foldable(value, 'ref.bits') ?? s.foldable(value, 'value.toref');
    if (same) {
      this.addBase(same.args[0], mayTakeIndex);
      return;
    }
    const difference = this.takeDifference(value, 1n);
    if (difference) {
      this.addBase(difference, mayTakeIndex);
      return;
    }
    const sum = s.foldable(value, 'i64.add');
    if (sum && this.addSum(sum, mayTakeIndex)) return;
    this.base = value;
  }

  /** Takes the constant of `x - constant` into the displacement and gives x. */
  private takeDifference(value: Value, scale: bigint): Value | null {
    const difference = this.s.foldable(value, 'i64.sub');
    const constant = difference && this.s.constantInteger(difference.args[1]);
    if (!difference || constant === null || !fitsDisplacement(this.displacement - constant * scale)) return null;
    this.displacement -= constant * scale;
    return difference.args[0];
  }

  /** A sum is taken apart when it adds a constant, or when nothing else needs it and there is room for two registers. */
  private addSum({ args: [a, b], result }: Instr, mayTakeIndex: boolean): boolean {
    const constant = this.s.constantInteger(b);
    if (constant !== null && fitsDisplacement(this.displacement + constant)) {
      this.displacement += constant;
      this.addBase(a, mayTakeIndex);
      return true;
    }
    if (!mayTakeIndex || !this.s.usedOnce(result!)) return false;
    this.addBase(a, false);
    this.addIndex(b, 1n);
    return true;
  }

  addIndex(value: Value, scale: bigint): void {
    const { s } = this;
    const constant = s.constantInteger(value);
    if (constant !== null && fitsDisplacement(this.displacement + constant * scale)) {
      this.displacement += constant * scale;
      return;
    }
    const difference = this.takeDifference(value, scale);
    if (difference) {
      this.addIndex(difference, scale);
      return;
    }
    const sum = s.foldable(value, 'i64.add');
    const addend = sum && s.constantInteger(sum.args[1]);
    if (sum && addend !== null && fitsDisplacement(this.displacement + addend * scale)) {
      this.displacement += addend * scale;
      this.addIndex(sum.args[0], scale);
      return;
    }
    const shift = s.foldable(value, 'i64.shl');
    const count = shift && s.constantInteger(shift.args[1]);
    if (shift && count !== null && count >= 0n && count <= 3n && scale << count <= 8n) {
      this.addIndex(shift.args[0], scale << count);
      return;
    }
    if (scale === 1n && this.base === null) {
      this.base = value;
      return;
    }
    this.index = value;
    this.scale = scale;
  }

  text(operands: Operand[]): string {
    const parts: string[] = [];
    const register = (value: Value): string => {
      operands.push(use(this.s.vreg(value)));
      return `{${operands.length - 1}q}`;
    };
    if (this.symbol !== null) parts.push(this.symbol);
    if (this.base) parts.push(register(this.base));
    if (this.index) parts.push(this.scale > 1n ? `${register(this.index)}*${this.scale}` : register(this.index));
    const terms = parts.join('+');
    const { displacement } = this;
    if (terms === '') return `[abs ${displacement}]`;
    return `[${terms}${displacement === 0n ? '' : displacement > 0n ? `+${displacement}` : displacement}]`;
  }
}

/** Leaves room for a symbol's address in the 31 bits. */
function fitsDisplacement(displacement: bigint): boolean {
  return displacement >= -0x4000_0000n && displacement < 0x4000_0000n;
}
