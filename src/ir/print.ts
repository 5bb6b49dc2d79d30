import type { AttrValue, Attrs, Block, Edge, Func, Instr, Position, Terminator, Value } from './function.ts';

/**
 * The text form of a function; parse.ts reads it back without loss.
 *
 *     function @add level=typed result=i32 file="a.ts" name="add" {"noalloc":true} @3:1 (%0: i32, %1: i32) {
 *     b0:
 *       %2: i32 = i32.add %0, %1 @4:10
 *       return %2 @4:3
 *     }
 *
 * Attributes are JSON with bigints written as {"$n":"123"}. Positions: @line:column[inlined "name" "file" @line:column].
 */
export function printFunction(func: Func): string {
  const params = func.params.map(typed).join(', ');
  const head = `function @${func.symbol} level=${func.level} result=${func.result ?? '-'} file=${JSON.stringify(func.file)} name=${JSON.stringify(func.displayName)} ${printAttrs(func.attrs)}${printPosition(func.position)} (${params}) {`;
  return [head, ...func.blocks.map(printBlock), '}', ''].join('\n');
}

function printBlock(block: Block): string {
  const params = block.params.length > 0 ? `(${block.params.map(typed).join(', ')})` : '';
  const head = `b${block.id}${params}${block.handler ? ' handler' : ''}:`;
  return [head, ...block.instrs.map((instr) => `  ${printInstr(instr)}`), `  ${printTerminator(block.term)}`].join('\n');
}

export function printInstr(instr: Instr): string {
  const result = instr.result ? `${typed(instr.result)} = ` : '';
  const args = instr.args.length > 0 ? ` ${instr.args.map(name).join(', ')}` : '';
  const attrs = Object.keys(instr.attrs).length > 0 ? ` ${printAttrs(instr.attrs)}` : '';
  return `${result}${instr.op}${args}${attrs}${printPosition(instr.position)}`;
}

function printTerminator(term: Terminator): string {
  const args = term.args.length > 0 ? ` ${term.args.map(name).join(', ')}` : '';
  const cases = term.op === 'switch' ? ` [${term.cases.join(' ')}]` : '';
  const edges = term.edges.length > 0 ? ` -> ${term.edges.map(printEdge).join(', ')}` : '';
  return `${term.op}${args}${cases}${edges}${printPosition(term.position)}`;
}

function printEdge(edge: Edge): string {
  return `b${edge.block.id}(${edge.args.map(name).join(', ')})`;
}

function printPosition(position: Position): string {
  if (position.line === 0 && !position.scope) return '';
  const { scope } = position;
  const inlined = scope ? `[inlined ${JSON.stringify(scope.functionName)} ${JSON.stringify(scope.file)}${printPosition(scope.callSite) || ' @0:0'}]` : '';
  return ` @${position.line}:${position.column}${inlined}`;
}

/** Attributes as JSON; bigints as {"$n":"…"}, NaN, infinities and -0 (which JSON loses) must be given as bits. */
export function printAttrs(attrs: Attrs): string {
  return JSON.stringify(attrs, (_key, value: AttrValue) => (typeof value === 'bigint' ? { $n: String(value) } : value));
}

const name = (value: Value): string => `%${value.id}`;
const typed = (value: Value): string => `%${value.id}: ${value.rep}`;
