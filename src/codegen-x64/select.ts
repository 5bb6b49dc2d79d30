/**
 * Instruction selection: typed IR to machine IR, in SSA form.
 *
 * Blocks are selected against reverse postorder and instructions backwards, so that all uses of a value are known when its
 * definition is reached: what nothing uses is not selected, and what was folded into its user (an address, an immediate, a
 * comparison, a load used once) never appears. Requires verified IR; the IR itself is not changed.
 */
import { type Block, type Func, type Instr, type Position, reversePostorder, type Value } from '../ir/function.ts';
import { constantBits, effectOf } from '../ir/ops.ts';
import { isFloat, isTracked } from '../ir/rep.ts';
import type { Constant, MachineBlock, MachineFunction, MachineInstr, Operand, VReg } from './machine-ir.ts';
import { use, useMemory } from './machine-ir.ts';
import { mangle } from './mangle.ts';
import type { Size } from './registers.ts';
import { ALIASES, SELECTORS } from './select-table.ts';
import { selectTerminator } from './select-terminator.ts';
import { zeroExtendedValues } from './zero-extended.ts';

export type SelectInstr = (s: Selector, instr: Instr) => void;

export interface Emission {
  commutative?: boolean;
  threeOperand?: string;
  outOfLine?: string;
  clobbers?: number;
  call?: MachineInstr['call'];
}

export interface Selection {
  func: MachineFunction;
  /** Assembly names that the code refers to. */
  references: Set<string>;
}

export function select(func: Func): Selection {
  return new Selector(func).run();
}

export class Selector {
  readonly func: Func;
  readonly out: MachineFunction;
  readonly references = new Set<string>();
  /** Where new instructions go, in reverse order while its IR block is being selected. */
  block!: MachineBlock;
  position: Position;
  private readonly zeroExtended: Set<Value>;
  private readonly defs = new Map<Value, { instr: Instr; block: Block; index: number }>();
  private readonly useCounts = new Map<Value, number>();
  /** Uses as the condition of a branch or select, by value. */
  private readonly conditionCounts = new Map<Value, number>();
  private readonly vregOf = new Map<Value, VReg>();
  private readonly constants = new Map<string, VReg>();
  private readonly machineBlocks = new Map<Block, MachineBlock>();
  private readonly wanted = new Set<VReg>();
  private irBlock!: Block;
  private index = 0;
  private group: MachineInstr[] = [];

  constructor(func: Func) {
    this.func = func;
    this.position = func.position;
    this.zeroExtended = zeroExtendedValues(func);
    const params: VReg[] = [];
    this.out = { symbol: func.symbol, blocks: [], vregs: [], params, buffers: [] };
    for (const param of func.params) {
      const vreg = this.newVReg(isFloat(param.rep), isTracked(param.rep));
      this.vregOf.set(param, vreg);
      params.push(vreg);
    }
  }

  run(): Selection {
    const order = reversePostorder(this.func);
    for (const block of order) this.prepare(block);
    for (const block of [...order].reverse()) this.selectBlock(block);
    return { func: this.out, references: this.references };
  }

  private prepare(block: Block): void {
    const machineBlock = this.newBlock();
    machineBlock.params = block.params.map((param) => {
      const vreg = this.newVReg(isFloat(param.rep), isTracked(param.rep));
      this.vregOf.set(param, vreg);
      return vreg;
    });
    this.machineBlocks.set(block, machineBlock);
    const increment = (counts: Map<Value, number>, value: Value): void => void counts.set(value, (counts.get(value) ?? 0) + 1);
    const count = (value: Value): void => increment(this.useCounts, value);
    block.instrs.forEach((instr, index) => {
      if (instr.result) this.defs.set(instr.result, { instr, block, index });
      instr.args.forEach(count);
      if (instr.op === 'select') increment(this.conditionCounts, instr.args[0]);
    });
    block.term.args.forEach(count);
    if (block.term.op === 'branch') increment(this.conditionCounts, block.term.args[0]);
    for (const edge of block.term.edges) edge.args.forEach(count);
  }

  private selectBlock(block: Block): void {
    const head = this.machineBlocks.get(block)!;
    this.block = head;
    this.irBlock = block;
    this.index = block.instrs.length;
    this.position = block.term.position;
    selectTerminator(this, block);
    this.flush();
    for (this.index--; this.index >= 0; this.index--) {
      const instr = block.instrs[this.index];
      if (!this.isNeeded(instr)) continue;
      this.position = instr.position;
      const selector = SELECTORS[instr.op];
      if (!selector) throw new Error(`${this.func.symbol}: the code generator has no selection for ${instr.op}`);
      selector(this, instr);
      this.flush();
    }
    head.instrs.reverse();
  }

  private isNeeded(instr: Instr): boolean {
    if (ALIASES.has(instr.op) || this.isAlias(instr) || this.constantOf(instr)) return false;
    const effect = effectOf(instr);
    if (effect === 'store' || effect === 'call' || effect === 'io') return true;
    return this.wanted.has(this.result(instr));
  }

  /** Instructions are emitted in order within one selection, and selections backwards. */
  private flush(): void {
    this.block.instrs.push(...this.group.reverse());
    this.group = [];
  }

  /**
   * Ends the block under selection in the middle: what was selected so far becomes a new block, which is returned; selection goes
   * on in front of it, where the caller sets the terminator.
   */
  splitBlock(): MachineBlock {
    const tail = this.newBlock();
    tail.instrs = this.block.instrs.reverse();
    tail.term = this.block.term;
    this.block.instrs = [];
    return tail;
  }

  newBlock(): MachineBlock {
    const block: MachineBlock = {
      id: this.out.blocks.length,
      params: [],
      instrs: [],
      term: { kind: 'end', instr: null, condition: 'e', edges: [], position: this.position },
      landing: false,
      cold: false,
    };
    this.out.blocks.push(block);
    return block;
  }

  newVReg(xmm: boolean, tracked: boolean, constant: Constant | null = null): VReg {
    const vreg: VReg = { id: this.out.vregs.length, xmm, tracked, constant };
    this.out.vregs.push(vreg);
    return vreg;
  }

  instr(template: string, operands: Operand[], { commutative, threeOperand, outOfLine, clobbers, call }: Emission = {}): MachineInstr {
    for (const { vreg, kind } of operands) if (vreg && kind === 'use') this.wanted.add(vreg);
    return {
      template, operands, clobbers: clobbers ?? 0, call: call ?? null, commutative: commutative ?? false,
      threeOperand: threeOperand ?? null, outOfLine: outOfLine ?? null, position: this.position,
    };
  }

  emit(template: string, operands: Operand[], emission?: Emission): void {
    this.group.push(this.instr(template, operands, emission));
  }

  /** The assembly name of a symbol that the code refers to. */
  symbol(symbol: string): string {
    const name = mangle(symbol);
    this.references.add(name);
    return name;
  }

  result(instr: Instr): VReg {
    const result = instr.result!;
    let vreg = this.vregOf.get(result);
    if (!vreg) this.vregOf.set(result, (vreg = this.newVReg(isFloat(result.rep), isTracked(result.rep))));
    return vreg;
  }

  /** The virtual register of an operand; marks it as wanted. */
  vreg(value: Value): VReg {
    const vreg = this.resolve(value);
    this.wanted.add(vreg);
    return vreg;
  }

  use(value: Value): Operand {
    return use(this.vreg(value));
  }

  private resolve(value: Value): VReg {
    const known = this.vregOf.get(value);
    if (known) return known;
    const { instr } = this.defs.get(value)!;
    const constant = this.constantOf(instr);
    if (constant) return this.constant(constant);
    return ALIASES.has(instr.op) || this.isAlias(instr) ? this.resolve(instr.args[0]) : this.result(instr);
  }

  /** A zero extension of what is zero-extended already costs nothing. */
  private isAlias(instr: Instr): boolean {
    return instr.op === 'i32.zext64' && this.zeroExtended.has(instr.args[0]);
  }

  constant(constant: Constant): VReg {
    if (constant.kind === 'symbol') this.references.add(constant.symbol);
    const key = constant.kind === 'symbol' ? constant.symbol : `${constant.kind} ${constant.bits}`;
    let vreg = this.constants.get(key);
    if (!vreg) this.constants.set(key, (vreg = this.newVReg(constant.kind === 'double', false, constant)));
    return vreg;
  }

  integer(bits: bigint): VReg {
    return this.constant({ kind: 'integer', bits: BigInt.asUintN(64, bits) });
  }

  private constantOf(instr: Instr): Constant | null {
    switch (instr.op) {
      case 'i32.const':
        return { kind: 'integer', bits: BigInt.asUintN(32, constantBits(instr)) };
      case 'i64.const':
      case 'value.const':
      case 'bool.const':
        return { kind: 'integer', bits: BigInt.asUintN(64, constantBits(instr)) };
      case 'f64.const':
      case 'f64u.const':
        return { kind: 'double', bits: BigInt.asUintN(64, constantBits(instr)) };
      case 'ref.static':
      case 'symbol.addr':
      case 'symbol.i32':
        return { kind: 'symbol', symbol: mangle(instr.attrs.symbol as string) };
      default:
        return null;
    }
  }

  /** The defining instruction, or null for a parameter. */
  definition(value: Value): Instr | null {
    return this.defs.get(value)?.instr ?? null;
  }

  /** The definition when its operation is `op` and it may be folded into the instruction under selection without extending live ranges across blocks. */
  foldable(value: Value, op: string): Instr | null {
    const def = this.defs.get(value);
    return def?.instr.op === op && def.block === this.irBlock ? def.instr : null;
  }

  /** True when the boolean is only ever tested, so that a comparison made again at each test spares it altogether. */
  isOnlyTested(value: Value): boolean {
    return this.conditionCounts.get(value) === this.useCounts.get(value);
  }

  usedOnce(value: Value): boolean {
    return this.useCounts.get(value) === 1;
  }

  /** The signed constant that the value is, or null. */
  constantInteger(value: Value): bigint | null {
    const def = this.definition(value);
    const constant = def && this.constantOf(def);
    if (constant?.kind !== 'integer') return null;
    return BigInt.asIntN(value.rep === 'i32' ? 32 : 64, constant.bits);
  }

  /** The bits of the double that the value is, or null. */
  constantDouble(value: Value): bigint | null {
    const def = this.definition(value);
    const constant = def && this.constantOf(def);
    return constant?.kind === 'double' ? constant.bits : null;
  }

  /** Text of an immediate operand (32 bits, sign-extended), or null. */
  immediate(value: Value): string | null {
    const constant = this.constantInteger(value);
    if (constant !== null) return constant === BigInt.asIntN(32, constant) ? String(constant) : null;
    let def = this.definition(value);
    while (def && ALIASES.has(def.op)) def = this.definition(def.args[0]);
    const symbol = def && this.constantOf(def);
    if (symbol?.kind !== 'symbol') return null;
    this.references.add(symbol.symbol);
    return symbol.symbol;
  }

  /** A load of the given operations whose place can be an operand of the instruction under selection: used once, nothing between that writes. */
  foldableLoad(value: Value, ops: readonly string[]): Instr | null {
    const def = this.defs.get(value);
    if (!def || def.block !== this.irBlock || !ops.includes(def.instr.op) || !this.usedOnce(value)) return null;
    for (let i = def.index + 1; i < this.index; i++) {
      const effect = effectOf(this.irBlock.instrs[i]);
      if (effect !== 'pure' && (effect !== 'load' || def.instr.attrs.volatile)) return null;
    }
    return def.instr;
  }

  /** Appends a use of `value` to `operands` and returns its placeholder: an immediate, or a register or spill slot. */
  source(value: Value, operands: Operand[], size: Size): string {
    const immediate = size === 'x' ? null : this.immediate(value);
    if (immediate !== null) return immediate;
    operands.push(useMemory(this.vreg(value)));
    return `{${operands.length - 1}${size}}`;
  }

  machineBlock(block: Block): MachineBlock {
    return this.machineBlocks.get(block)!;
  }

  edge(edge: Block['term']['edges'][number]): MachineBlock['term']['edges'][number] {
    return { block: this.machineBlock(edge.block), args: edge.args.map((arg) => this.vreg(arg)) };
  }
}
