import { dominators } from './dominators.ts';
import { type Block, boundParams, type Func, type Instr, predecessors, type Value } from './function.ts';
import { mayThrow, OPS } from './ops.ts';
import { printInstr } from './print.ts';

/**
 * Checks a function and throws an Error that lists what is wrong. What it guarantees:
 *  1. every operation exists, belongs to the function's level, has the arguments, result and attributes of its row;
 *  2. every value has one definition, which dominates each use; edge arguments are available at the end of the block they leave,
 *     and those of a handler edge before its last instruction;
 *  3. edges pass as many arguments as their target has parameters, of the same representations;
 *  4. the entry has no predecessors and no parameters; handler blocks are entered by `except` only, and their first parameter is a value;
 *  5. `except` follows an instruction that may throw; return matches the function's result;
 */
export function verify(func: Func): void {
  const errors: string[] = [];
  const defined = new Map<Value, { block: Block | null; index: number }>();
  const define = (value: Value, block: Block | null, index: number): void => {
    if (defined.has(value)) errors.push(`%${value.id} is defined twice`);
    defined.set(value, { block, index });
  };
  func.params.forEach((param) => define(param, null, -1));
  for (const block of func.blocks) {
    block.params.forEach((param) => define(param, block, -1));
    block.instrs.forEach((instr, i) => instr.result && define(instr.result, block, i));
  }
  const doms = dominators(func);
  const reachable = new Set(doms.order);
  const use = (value: Value, block: Block, index: number, where: string): void => {
    const def = defined.get(value);
    if (!def) errors.push(`${where}: %${value.id} is not defined`);
    else if (def.block === null || !reachable.has(block)) return;
    else if (def.block === block ? def.index >= index : !doms.dominates(def.block, block))
      errors.push(`${where}: %${value.id} does not dominate its use`);
  };
  const preds = predecessors(func);
  if (func.entry.params.length > 0 || preds.get(func.entry)!.length > 0) errors.push('the entry has parameters or predecessors');
  for (const block of func.blocks) {
    const where = `b${block.id}`;
    block.instrs.forEach((instr, i) => {
      const problem = checkInstr(instr, func);
      if (problem) errors.push(`${where}: ${problem}: ${printInstr(instr)}`);
      instr.args.forEach((arg) => use(arg, block, i, `${where}: ${instr.op}`));
    });
    const { term } = block;
    term.args.forEach((arg) => use(arg, block, block.instrs.length, `${where}: ${term.op}`));
    checkTerminator(func, block, errors);
    term.edges.forEach((edge, i) => {
      const toHandler = term.op === 'except' && i === 1;
      if (toHandler !== edge.block.handler) errors.push(`${where}: a handler is entered by except's second edge only`);
      const params = boundParams(edge);
      if (params.length !== edge.args.length) errors.push(`${where}: edge to b${edge.block.id} passes ${edge.args.length} arguments for ${params.length}`);
      edge.args.forEach((arg, j) => {
        use(arg, block, toHandler ? block.instrs.length - 1 : block.instrs.length, `${where}: edge to b${edge.block.id}`);
        if (params[j] && params[j].rep !== arg.rep) errors.push(`${where}: edge to b${edge.block.id} passes ${arg.rep} for ${params[j].rep}`);
      });
    });
  }
  if (errors.length > 0) throw new Error(`IR of ${func.symbol} is wrong:\n  ${errors.slice(0, 20).join('\n  ')}`);
}

function checkTerminator(func: Func, block: Block, errors: string[]): void {
  const { term } = block;
  const where = `b${block.id}`;
  const edgeCount = { jump: 1, branch: 2, switch: term.cases.length + 1, return: 0, throw: 0, except: 2, unreachable: 0 }[term.op];
  if (term.edges.length !== edgeCount) errors.push(`${where}: ${term.op} has ${term.edges.length} edges`);
  if (term.op === 'branch' && term.args[0]?.rep !== 'bool') errors.push(`${where}: branch on ${term.args[0]?.rep}`);
  if (term.op === 'throw' && term.args[0]?.rep !== 'value') errors.push(`${where}: throw of ${term.args[0]?.rep}`);
  if (term.op === 'return' && (term.args[0]?.rep ?? null) !== func.result) errors.push(`${where}: returns ${term.args[0]?.rep} for ${func.result}`);
  if (block.handler && block.params[0]?.rep !== 'value') errors.push(`${where}: a handler's first parameter is the exception`);
  if (term.op === 'except') {
    const last = block.instrs[block.instrs.length - 1];
    if (!last || !mayThrow(last)) errors.push(`${where}: except after an instruction that cannot throw`);
  }
}

function checkInstr(instr: Instr, func: Func): string | null {
  const row = OPS[instr.op];
  if (!row) return 'unknown operation';
  if (instr.op.startsWith('js.') && func.level !== 'js') return 'JS-level operation in a typed function';
  const [args, result, , attrs] = row;
  const patterns = args.split(' ').filter(Boolean);
  let same: string | null = null;
  for (let i = 0; i < Math.max(patterns.length, instr.args.length); i++) {
    const last = patterns[patterns.length - 1];
    const pattern = i < patterns.length ? patterns[i]! : last?.startsWith('…') ? last : undefined;
    const arg = instr.args[i];
    if (pattern === undefined) return 'too many arguments';
    if (!arg) {
      if (pattern.startsWith('…')) break;
      return 'too few arguments';
    }
    const wanted = pattern.replace('…', '');
    if (wanted === 'T') {
      same ??= arg.rep;
      if (arg.rep !== same) return `argument ${i} is ${arg.rep}, not ${same}`;
    } else if (wanted !== 'any' && arg.rep !== wanted) return `argument ${i} is ${arg.rep}, not ${wanted}`;
  }
  if (result === '-' ? instr.result : result !== 'any' && instr.result?.rep !== (result === 'T' ? same : result)) return 'wrong result';
  for (const attr of attrs.split(' ').filter(Boolean)) {
    if (!attr.endsWith('?') && instr.attrs[attr] === undefined) {
      if (attr === 'proof' || (attr === 'value' && instr.op === 'js.const')) continue;
      return `attribute ${attr} is missing`;
    }
  }
  return null;
}
