import type { Func, Position } from '../ir/function.ts';
import { core } from '../layout/core.ts';
import type { Allocation } from './allocate.ts';
import type { Item, ParallelMoves, Place, PlacedInstr } from './allocation.ts';
import { type AssembledFunction, type Chunk, doubleLabel, type Site, sitePosition } from './assembled-function.ts';
import { destination, layoutBlocks } from './block-layout.ts';
import { inverse } from './condition.ts';
import { Frame } from './frame.ts';
import type { MachineBlock, MachineFunction, VReg } from './machine-ir.ts';
import { mangle } from './mangle.ts';
import { type Location, type LocatedMove, sequentialise } from './parallel-move.ts';
import { sizeJumps } from './jump-size.ts';
import { registerName, type Size } from './registers.ts';

export interface EmitOptions {
  /** `%line` directives, from which `nasm -g` makes DWARF line tables. */
  readonly debugLines?: boolean;
}

/** Instructions of an x86-64 machine are at most 15 bytes long; a template rarely has more than this many. */
const CHUNK_BYTES = 60_000;
const LONGEST_INSTRUCTION = 15;

export function emitFunction(func: Func, machine: MachineFunction, allocation: Allocation, references: Set<string>, options: EmitOptions = {}): AssembledFunction {
  return new FunctionEmitter(func, machine, allocation, references, options).run();
}

class FunctionEmitter {
  private readonly func: Func;
  private readonly machine: MachineFunction;
  private readonly allocation: Allocation;
  private readonly references: Set<string>;
  private readonly options: EmitOptions;
  private readonly frame: Frame;
  private readonly doubles = new Set<string>();
  private readonly outOfLine: string[] = [];
  private readonly chunks: { label: string; sites: Site[] }[] = [{ label: '', sites: [] }];
  private lines: string[] = [];
  private labels = 0;
  private site = 0;
  private chunkLines = 0;
  private line = '';
  private overflowSite: Site | null = null;

  constructor(func: Func, machine: MachineFunction, allocation: Allocation, references: Set<string>, options: EmitOptions) {
    this.func = func;
    this.machine = machine;
    this.allocation = allocation;
    this.references = references;
    this.options = options;
    this.frame = new Frame(machine, allocation, func.attrs.stackcheck !== undefined);
  }

  run(): AssembledFunction {
    const { blocks } = this.allocation.cfg;
    const isEmpty = (b: number): boolean => this.isEmpty(blocks[b]);
    const order = layoutBlocks(this.allocation.cfg, isEmpty);
    this.prologue();
    order.forEach((b, i) => this.block(blocks[b], order[i + 1], isEmpty));
    this.startChunk();
    this.lines.push(...this.outOfLine);
    sizeJumps(this.lines);
    if (this.overflowSite) this.chunks[this.chunks.length - 1].sites.push(this.overflowSite);
    return {
      name: mangle(this.func.symbol),
      fixedName: this.func.attrs.symbol === undefined ? null : String(this.func.attrs.symbol),
      source: { name: this.func.displayName, file: this.func.file },
      text: this.lines.join('\n'),
      hasLoop: this.allocation.cfg.loopDepth.some((depth) => depth > 0),
      frameWords: this.frame.words,
      chunks: this.chunks as Chunk[],
      references: [...this.references],
      doubles: [...this.doubles],
    };
  }

  private prologue(): void {
    // A function without a place of its own must not have that of the function before it.
    this.setLine(this.func.position.line === 0 ? { ...this.func.position, line: 1 } : this.func.position);
    if (this.frame.bytes > 0) this.lines.push(`sub rsp, ${this.frame.bytes}`);
    const overflow = this.func.attrs.stackcheck;
    if (overflow === undefined) return;
    const target = mangle(String(overflow));
    this.references.add(target);
    this.lines.push(`cmp rsp, [gs:${core.stackLimit}]`, 'jb .overflow');
    this.outOfLine.push('.overflow:', `call ${target}`, '.overflow_site:', 'ud2');
    this.overflowSite = { label: '.overflow_site', roots: [], handler: null, position: sitePosition(this.func.position) };
  }

  /** True when control only passes through. */
  private isEmpty(block: MachineBlock): boolean {
    const { blocks, movesAtStart, movesAtEnd, stores } = this.allocation;
    const b = block.id;
    return (
      block.term.kind === 'jump' && !block.landing && block.instrs.length === 0 && movesAtStart[b].moves.length === 0 &&
      movesAtEnd[b].moves.length === 0 && stores.atStart[b].length === 0 && blocks[b].items.length === 0 &&
      !block.params.some((param) => stores.afterDefinition.has(param)) && block.term.edges[0].block !== block
    );
  }

  private block(block: MachineBlock, next: number | undefined, isEmpty: (b: number) => boolean): void {
    const { blocks, movesAtStart, movesAtEnd, stores } = this.allocation;
    const b = block.id;
    this.lines.push(`.b${b}:`);
    this.startChunk();
    this.moves(movesAtStart[b]);
    const { entry } = blocks[b];
    const params = b === 0 ? this.machine.params : block.params;
    for (const param of params) if (entry.has(param)) this.storeDefinition(param, entry.get(param)!);
    for (const vreg of stores.atStart[b]) this.store(vreg, entry.get(vreg)!);
    const handler = block.term.kind === 'except' ? `.b${block.term.edges[1].block.id}` : null;
    const targets = block.term.edges.map((edge) => `.b${destination(edge.block, isEmpty).id}`);
    blocks[b].items.forEach((item, i) => this.item(item, i === blocks[b].items.length - 1 ? handler : null, targets));
    this.moves(movesAtEnd[b]);
    this.jumps(block, next === undefined ? '' : `.b${next}`, targets);
  }

  /** Long functions have several records in the frame table. */
  private startChunk(): void {
    if ((this.lines.length - this.chunkLines) * LONGEST_INSTRUCTION < CHUNK_BYTES) return;
    this.chunkLines = this.lines.length;
    const label = `.chunk${this.chunks.length}`;
    this.lines.push(`${label}:`);
    this.chunks.push({ label, sites: [] });
  }

  private item(item: Item, handler: string | null, targets: readonly string[]): void {
    if (item.kind === 'moves') {
      this.moves(item);
      return;
    }
    this.setLine(item.instr.position);
    const { instr } = item;
    const number = this.labels++;
    const template = item.threeOperand ? instr.threeOperand! : instr.template;
    const site = `.c${this.site}`;
    this.push(this.fill(template, item, number, targets, site));
    if (instr.call) this.callSite(item, handler);
    if (instr.outOfLine) this.outOfLine.push(...this.fill(instr.outOfLine, item, number, targets, site).split('\n'));
    instr.operands.forEach(({ kind, vreg }, k) => {
      if (kind === 'def') this.storeDefinition(vreg!, item.registers[k]);
    });
  }

  private push(text: string): void {
    if (text !== '') this.lines.push(...text.split('\n'));
  }

  /** Replaces the placeholders of a template. */
  private fill(template: string, { instr, registers }: PlacedInstr, number: number, targets: readonly string[], site: string): string {
    return template.replace(/\{(?:(\d+)([bwdqx])|L|C|R|A|B(\d+)|T(\d+))\}/g, (placeholder, operand?: string, size?: string, buffer?: string, target?: string) => {
      if (operand !== undefined) {
        const register = registers[Number(operand)];
        return register >= 0 ? registerName(register, size as Size) : this.homeOperand(instr.operands[Number(operand)].vreg!, size as Size);
      }
      if (buffer !== undefined) return `rsp+${this.frame.bufferOffset(Number(buffer))}`;
      if (target !== undefined) return targets[Number(target)];
      if (placeholder === '{A}') return `rsp+${this.frame.bytes}`;
      if (placeholder === '{C}') return site;
      if (placeholder === '{R}') return this.frame.bytes > 0 ? `add rsp, ${this.frame.bytes}\nret` : 'ret';
      return String(number);
    });
  }

  private homeOperand(vreg: VReg, size: Size): string {
    const home = this.home(vreg);
    if (home.kind === 'double') return `qword [${home.label}]`;
    if (home.kind !== 'stack') throw new Error(`${this.func.symbol}: a constant is read as memory`);
    return `${{ b: 'byte', w: 'word', d: 'dword', q: 'qword', x: 'qword' }[size]} [rsp+${home.offset}]`;
  }

  private home(vreg: VReg): Location {
    const { constant } = vreg;
    if (!constant) return { kind: 'stack', offset: this.frame.homeOffset(vreg) };
    if (constant.kind === 'symbol') return { kind: 'symbol', name: constant.symbol };
    if (constant.kind === 'integer') return { kind: 'integer', bits: constant.bits };
    const hex = constant.bits.toString(16).padStart(16, '0');
    if (constant.bits !== 0n) this.doubles.add(hex);
    return { kind: 'double', bits: constant.bits, label: doubleLabel(hex) };
  }

  private locate(place: Place): Location {
    if (place.kind === 'register') return place;
    return place.kind === 'outgoing' ? { kind: 'stack', offset: 8 * place.word } : this.home(place.vreg);
  }

  private moves({ moves, free }: ParallelMoves): void {
    const located = moves.map(({ to, from, xmm }) => ({ to: this.locate(to) as LocatedMove['to'], from: this.locate(from), xmm }));
    this.lines.push(...sequentialise(located, free));
  }

  private storeDefinition(vreg: VReg, register: number): void {
    if (this.allocation.stores.afterDefinition.has(vreg)) this.store(vreg, register);
  }

  private store(vreg: VReg, register: number): void {
    const offset = this.frame.homeOffset(vreg);
    this.lines.push(`${vreg.xmm ? 'movsd' : 'mov'} [rsp+${offset}], ${registerName(register, vreg.xmm ? 'x' : 'q')}`);
  }

  private callSite({ instr, liveAcross }: PlacedInstr, handler: string | null): void {
    const call = instr.call!;
    const roots = call.safepoint ? liveAcross.filter(({ tracked }) => tracked).map((vreg) => this.frame.homeOffset(vreg) / 8) : [];
    if (call.rootsInOutgoing) roots.push(...call.stackArguments.map(({ word }) => word));
    roots.sort((x, y) => x - y);
    this.chunks[this.chunks.length - 1].sites.push({ label: `.c${this.site++}`, roots, handler, position: sitePosition(instr.position) });
  }

  private jumps({ term }: MachineBlock, next: string, [then, otherwise]: readonly string[]): void {
    if (term.kind === 'jump' || term.kind === 'except') {
      if (then !== next) this.lines.push(`jmp ${then}`);
      return;
    }
    if (term.kind !== 'branch') return;
    if (term.condition === 'double-e' || term.condition === 'double-ne') {
      const [equal, different] = term.condition === 'double-e' ? [then, otherwise] : [otherwise, then];
      if (different === next) this.lines.push(`jp ${different}`, `je ${equal}`);
      else this.lines.push(`jne ${different}`, `jp ${different}`, ...(equal === next ? [] : [`jmp ${equal}`]));
    } else if (then === next) this.lines.push(`j${inverse(term.condition)} ${otherwise}`);
    else this.lines.push(`j${term.condition} ${then}`, ...(otherwise === next ? [] : [`jmp ${otherwise}`]));
  }

  private setLine({ line, scope }: Position): void {
    if (!this.options.debugLines || line === 0) return;
    const file = scope ? scope.file : this.func.file;
    const directive = `%line ${line}+0 ${file}`;
    if (directive === this.line || file === '') return;
    this.line = directive;
    this.lines.push(directive);
  }
}
