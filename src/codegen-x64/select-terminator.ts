import type { Block, Terminator, Value } from '../ir/function.ts';
import { isFloat } from '../ir/rep.ts';
import { flagTest } from './condition.ts';
import { jumpTo, type MachineTerminator, type Operand, temp, use, useFixed } from './machine-ir.ts';
import { RAX, RDI, XMM0 } from './registers.ts';
import type { Selector } from './select.ts';

/** Sets the terminator of the block under selection. */
export function selectTerminator(s: Selector, block: Block): void {
  s.block.term = { ...TERMINATORS[block.term.op](s, block.term, block), position: block.term.position };
}

type Select = (s: Selector, term: Terminator, block: Block) => Omit<MachineTerminator, 'position'>;

const TERMINATORS: Record<Terminator['op'], Select> = {
  jump: (s, { edges }) => ({ kind: 'jump', instr: null, condition: 'e', edges: edges.map((edge) => s.edge(edge)) }),

  branch: (s, { args, edges }) => {
    const constant = s.constantInteger(args[0]);
    if (constant !== null) return { kind: 'jump', instr: null, condition: 'e', edges: [s.edge(edges[constant ? 0 : 1])] };
    const operands: Operand[] = [];
    const { text, condition } = flagTest(s, args[0], operands);
    return { kind: 'branch', instr: s.instr(text, operands), condition, likely: likelyEdge(s, args[0]), edges: edges.map((edge) => s.edge(edge)) };
  },

  switch: selectSwitch,

  return: (s, { args: [value] }) => ({
    kind: 'end', condition: 'e', edges: [],
    instr: s.instr('{R}', value ? [useFixed(s.vreg(value), isFloat(value.rep) ? XMM0 : RAX)] : []),
  }),

  // The call's return address must not be the next function's start: it names the site.
  throw: (s, { args: [value], position }) => {
    s.position = position;
    s.emit(`call ${s.symbol('throw_value')}\n{C}:\nud2`, [useFixed(s.vreg(value), RDI)], {
      call: { safepoint: true, noReturn: true, stackArguments: [], rootsInOutgoing: false, outgoingWords: 0 },
    });
    return { kind: 'end', instr: null, condition: 'e', edges: [] };
  },

  except: (s, { edges: [normal, handler] }) => {
    const exception = s.newVReg(false, true);
    const landing = s.newBlock();
    landing.landing = true;
    landing.cold = true;
    landing.params = [exception];
    const edge = s.edge(handler);
    landing.term = jumpTo({ block: edge.block, args: [exception, ...edge.args] }, s.position);
    return { kind: 'except', instr: null, condition: 'e', edges: [s.edge(normal), { block: landing, args: [] }] };
  },

  unreachable: (s) => ({ kind: 'end', instr: s.instr('ud2', []), condition: 'e', edges: [] }),
};

/** Bounds checks pass, numbers are expected where they are asked for, elements are present. */
const LIKELY: Record<string, 0 | 1 | undefined> = {
  'i32.lt_u': 0, 'i64.lt_u': 0, 'i32.ge_u': 1, 'i64.ge_u': 1, 'value.isint': 0, 'value.isnumber': 0,
  'f64u.isabsent': 1, 'f64u.ishole': 1, 'f64u.isundefined': 1,
};

function likelyEdge(s: Selector, condition: Value): 0 | 1 | undefined {
  const instr = s.definition(condition);
  if (instr?.op !== 'bool.not') return instr ? LIKELY[instr.op] : undefined;
  const negated = likelyEdge(s, instr.args[0]);
  return negated === undefined ? undefined : negated === 0 ? 1 : 0;
}

const TABLE_LEAST_CASES = 5;
const TABLE_MOST_WORDS_PER_CASE = 4;

/** A jump table where the cases are dense, else a binary search. Targets are `{T0}` …, the default is the last. */
function selectSwitch(s: Selector, { args: [scrutinee], cases, edges }: Terminator): Omit<MachineTerminator, 'position'> {
  const targets = edges.map((edge) => s.edge(edge));
  const size = scrutinee.rep === 'i32' ? 'd' : 'q';
  const bits = scrutinee.rep === 'i32' ? 32 : 64;
  const sorted = cases.map((value, i) => ({ value: BigInt.asIntN(bits, value), target: i }))
    .filter(({ value }, i, all) => all.findIndex((other) => other.value === value) === i)
    .sort((a, b) => (a.value < b.value ? -1 : 1));
  const operands = [use(s.vreg(scrutinee)), temp()];
  const otherwise = `{T${cases.length}}`;
  if (sorted.length === 0) return { kind: 'jump', instr: null, condition: 'e', edges: [targets[0]] };
  const span = sorted[sorted.length - 1].value - sorted[0].value + 1n;
  const dense = sorted.length >= TABLE_LEAST_CASES && span <= BigInt(TABLE_MOST_WORDS_PER_CASE * sorted.length);
  const text = dense ? jumpTable(sorted, span, size, otherwise) : binarySearch(sorted, size, otherwise);
  return { kind: 'switch', instr: s.instr(text, operands), condition: 'e', edges: targets };
}

interface Case {
  value: bigint;
  target: number;
}

function jumpTable(cases: readonly Case[], span: bigint, size: 'd' | 'q', otherwise: string): string {
  const first = cases[0].value;
  const words = new Map(cases.map(({ value, target }) => [value - first, `{T${target}}`]));
  const table = Array.from({ length: Number(span) }, (_, i) => words.get(BigInt(i)) ?? otherwise).join(', ');
  const fits = first === BigInt.asIntN(32, first);
  const subtract = fits ? `mov {1${size}}, {0${size}}\nsub {1${size}}, ${first}` : `mov {1q}, ${-first}\nadd {1q}, {0q}`;
  return `${subtract}\ncmp {1${size}}, ${span}\njae ${otherwise}\njmp [.t{L}+{1q}*8]\n[section .rodata]\nalign 8\n.t{L}: dq ${table}\n__?SECT?__`;
}

function binarySearch(cases: readonly Case[], size: 'd' | 'q', otherwise: string): string {
  let labels = 0;
  const compare = (value: bigint): string =>
    value === BigInt.asIntN(32, value) ? `cmp {0${size}}, ${value}` : `mov {1q}, ${value}\ncmp {0q}, {1q}`;
  const search = (from: number, to: number): string => {
    if (to - from <= 3) {
      return `${cases.slice(from, to).map(({ value, target }) => `${compare(value)}\nje {T${target}}`).join('\n')}\njmp ${otherwise}`;
    }
    const middle = (from + to) >> 1;
    const label = `.s{L}_${labels++}`;
    return `${compare(cases[middle].value)}\njge ${label}\n${search(from, middle)}\n${label}:\n${search(middle, to)}`;
  };
  return search(0, cases.length);
}
