import type { Instr } from '../ir/function.ts';
import { core } from '../layout/core.ts';
import { memoryOperand } from './address.ts';
import { call, callOperands } from './select-call.ts';
import { def, jumpTo, type MachineEdge, type Operand, temp, use } from './machine-ir.ts';
import type { SelectInstr, Selector } from './select.ts';

const load = (mnemonic: string, target: string, width: string): SelectInstr => (s, instr) => {
  const operands = [def(s.result(instr))];
  s.emit(`${mnemonic} {0${target}}, ${width} ${memoryOperand(s, instr, instr.args.length > 1, operands)}`, operands);
};

/** The place of a store, whose last argument is what is stored. */
const place = (s: Selector, instr: Instr, operands: Operand[]): string => memoryOperand(s, instr, instr.args.length > 2, operands);

const storeInteger = (width: string, size: 'b' | 'w' | 'd' | 'q'): SelectInstr => (s, instr) => {
  const operands: Operand[] = [];
  const x = instr.args[instr.args.length - 1];
  const memory = place(s, instr, operands);
  const immediate = s.immediate(x);
  if (immediate !== null) s.emit(`mov ${width} ${memory}, ${truncated(immediate, size)}`, operands);
  else {
    operands.push(s.use(x));
    s.emit(`mov ${width} ${memory}, {${operands.length - 1}${size}}`, operands);
  }
};

/** NASM warns about an immediate that is wider than its place. */
function truncated(immediate: string, size: string): string {
  if (!/^-?\d+$/.test(immediate)) return immediate;
  const bits = { b: 8, w: 16, d: 32, q: 64 }[size]!;
  return String(BigInt.asIntN(bits, BigInt(immediate)));
}

const storeDouble: SelectInstr = (s, instr) => {
  const operands: Operand[] = [];
  const x = instr.args[instr.args.length - 1];
  const memory = place(s, instr, operands);
  operands.push(s.use(x));
  s.emit(`movsd ${memory}, {${operands.length - 1}x}`, operands);
};

/**
 * Bump allocation: a compare with the nursery's limit, and a block out of line that calls the collector's allocator. The allocation
 * pointer is a byte address and the header word holds the shape alone (src/layout/cell.ts).
 */
const allocate: SelectInstr = (s, instr) => {
  const bytes = BigInt(instr.attrs.bytes as number | bigint);
  const result = s.result(instr);
  const join = s.splitBlock();
  const head = s.block;
  const bump = s.newBlock();
  const slow = s.newBlock();
  slow.cold = true;

  const cell = s.newVReg(false, false);
  const end = s.newVReg(false, false);
  const header = s.symbol(instr.attrs.shape as string);
  const edge = (block: typeof join): MachineEdge => ({ block, args: [] });
  s.emit(`mov {0q}, [gs:${core.allocPointer}]`, [def(cell)]);
  s.emit(`lea {0q}, [{1q}+${bytes}]`, [def(end), use(cell)]);
  head.term = {
    kind: 'branch', instr: s.instr(`cmp {0q}, [gs:${core.allocLimit}]`, [use(end)]), condition: 'a',
    edges: [edge(slow), edge(bump)], position: instr.position,
  };
  bump.instrs = [
    s.instr(`mov [gs:${core.allocPointer}], {0q}`, [use(end)]),
    s.instr(`mov qword [{0q}], ${header}`, [use(cell)]),
  ];
  bump.term = jumpTo({ block: join, args: [cell] }, instr.position);

  const allocated = s.newVReg(false, true);
  const args = [s.integer(bytes), s.constant({ kind: 'symbol', symbol: header })];
  slow.instrs = [s.instr(call(s.symbol('src/runtime/heap#allocateSlow')), ...callOperands(args, allocated, { safepoint: true }))];
  slow.term = jumpTo({ block: join, args: [allocated] }, instr.position);
  join.params = [result];
};

export const MEMORY_SELECTORS: Record<string, SelectInstr> = {
  'load.u8': load('movzx', 'd', 'byte'),
  'load.i8': load('movsx', 'd', 'byte'),
  'load.u16': load('movzx', 'd', 'word'),
  'load.i16': load('movsx', 'd', 'word'),
  'load.i32': load('mov', 'd', 'dword'),
  'load.i64': load('mov', 'q', 'qword'),
  'load.ref': load('mov', 'q', 'qword'),
  'load.value': load('mov', 'q', 'qword'),
  'load.f64': load('movsd', 'x', 'qword'),
  'load.f64u': load('movsd', 'x', 'qword'),
  'load.f32': (s, instr) => {
    const operands = [def(s.result(instr))];
    s.emit(`movss {0x}, dword ${memoryOperand(s, instr, instr.args.length > 1, operands)}\ncvtss2sd {0x}, {0x}`, operands);
  },
  'store.8': storeInteger('byte', 'b'),
  'store.16': storeInteger('word', 'w'),
  'store.32': storeInteger('dword', 'd'),
  'store.64': (s, instr) => {
    const { rep } = instr.args[instr.args.length - 1];
    (rep === 'f64' || rep === 'f64u' ? storeDouble : storeInteger('qword', 'q'))(s, instr);
  },
  'store.f32': (s, instr) => {
    const operands: Operand[] = [];
    const memory = place(s, instr, operands);
    operands.push(s.use(instr.args[instr.args.length - 1]), { ...temp(), xmm: true });
    const n = operands.length;
    s.emit(`cvtsd2ss {${n - 1}x}, {${n - 2}x}\nmovss ${memory}, {${n - 1}x}`, operands);
  },
  // The collector is not generational: no store has to be remembered.
  barrier: () => {},
  alloc: allocate,
  'stack.buffer': (s, instr) => {
    const index = s.out.buffers.push(Number(instr.attrs.bytes)) - 1;
    s.emit(`lea {0q}, [{B${index}}]`, [def(s.result(instr))]);
  },
  'stack.return': (s, instr) => s.emit('lea {0q}, [{A}]', [def(s.result(instr))]),
  'core.load64': (s, instr) => s.emit(`mov {0q}, [gs:${instr.attrs.offset}]`, [def(s.result(instr))]),
  'core.store64': (s, instr) => {
    const immediate = s.immediate(instr.args[0]);
    if (immediate !== null) s.emit(`mov qword [gs:${instr.attrs.offset}], ${immediate}`, []);
    else s.emit(`mov [gs:${instr.attrs.offset}], {0q}`, [s.use(instr.args[0])]);
  },
};
