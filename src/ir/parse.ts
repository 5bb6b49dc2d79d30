import { type Attrs, type Block, type Edge, Func, type Level, NO_ATTRS, NO_POSITION, type Position, type Terminator, type Value } from './function.ts';
import type { Rep } from './rep.ts';

/** Reads functions in print.ts's text form. Throws an Error with the line number on malformed text. */
export function parseFunctions(text: string): Func[] {
  return new Parser(text).functions();
}

const HEAD = /^function @(\S+) level=(\w+) result=(\S+) file=("(?:[^"\\]|\\.)*") name=("(?:[^"\\]|\\.)*") (.*) \(([^()]*)\) \{$/;
const BLOCK = /^b(\d+)(?:\(([^()]*)\))?( handler)?:$/;
const INSTR = /^(?:%(\d+): (\w+) = )?([\w.]+)((?: %\d+(?:, %\d+)*)?)(.*)$/;
const TERM = /^(jump|branch|switch|return|throw|except|unreachable)((?: %\d+(?:, %\d+)*)?)(?: \[([-\d ]*)\])?(?: -> ([^@]*?))?((?: @.*)?)$/;

class Parser {
  private readonly lines: string[];
  private at = 0;
  private values = new Map<number, Value>();
  private blocks = new Map<number, Block>();
  private func!: Func;

  constructor(text: string) {
    this.lines = text.split('\n').map((line) => line.trim());
  }

  functions(): Func[] {
    const functions: Func[] = [];
    for (; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at]!;
      if (line === '' || line.startsWith(';')) continue;
      functions.push(this.function(line));
    }
    return functions;
  }

  private fail(what: string): never {
    throw new Error(`IR text, line ${this.at + 1}: ${what}: ${this.lines[this.at]}`);
  }

  private function(head: string): Func {
    const match = HEAD.exec(head) ?? this.fail('function head expected');
    const [, symbol, level, result, file, name, rest, params] = match as unknown as string[];
    this.func = new Func(symbol!, level as Level, result === '-' ? null : (result as Rep), JSON.parse(file!) as string, JSON.parse(name!) as string);
    this.values = new Map();
    this.blocks = new Map();
    const { attrs, position } = this.tail(rest!);
    this.func.attrs = { ...attrs };
    this.func.position = position;
    this.func.params = this.define(params!);
    this.declareBlocks();
    let block: Block | null = null;
    for (this.at++; this.lines[this.at] !== '}'; this.at++) {
      const line = this.lines[this.at] ?? this.fail('} expected');
      if (line === '' || line.startsWith(';')) continue;
      const label = BLOCK.exec(line);
      if (label) block = this.blocks.get(Number(label[1]))!;
      else if (!block) this.fail('block label expected');
      else this.line(block, line);
    }
    return this.func;
  }

  /** Blocks and their parameters first: edges may go forward. */
  private declareBlocks(): void {
    const start = this.at;
    for (this.at++; this.lines[this.at] !== '}'; this.at++) {
      const label = BLOCK.exec(this.lines[this.at] ?? this.fail('} expected'));
      if (!label) continue;
      const block = this.func.newBlock([], Number(label[1]));
      block.params = this.define(label[2] ?? '');
      block.handler = label[3] !== undefined;
      this.blocks.set(block.id, block);
    }
    this.at = start;
  }

  private line(block: Block, line: string): void {
    const term = TERM.exec(line);
    if (term) {
      block.term = this.terminator(term);
      return;
    }
    const match = INSTR.exec(line) ?? this.fail('instruction expected');
    const [, id, rep, op, args, rest] = match;
    const { attrs, position } = this.tail(rest!);
    const result = id === undefined ? null : this.value(Number(id), rep as Rep);
    block.instrs.push({ op: op!, args: this.uses(args!), attrs, result, position });
  }

  private terminator(match: RegExpExecArray): Terminator {
    const [, op, args, cases, edges, position] = match;
    return {
      op: op as Terminator['op'],
      args: this.uses(args!),
      cases: (cases ?? '').split(' ').filter(Boolean).map(BigInt),
      edges: [...(edges ?? '').matchAll(/b(\d+)\(([^()]*)\)/g)].map((edge): Edge => ({
        block: this.blocks.get(Number(edge[1])) ?? this.fail(`unknown block b${edge[1]}`),
        args: this.uses(edge[2]!),
      })),
      position: this.tail(position!).position,
    };
  }

  private define(text: string): Value[] {
    return [...text.matchAll(/%(\d+): (\w+)/g)].map((match) => this.value(Number(match[1]), match[2] as Rep));
  }

  /** The value object of an id; uses may come before the definition in text order, so the definition sets the representation. */
  private value(id: number, rep?: Rep): Value {
    let value = this.values.get(id);
    if (!value) this.values.set(id, (value = this.func.newValue(rep ?? 'value', id)));
    if (rep) value.rep = rep;
    return value;
  }

  private uses(text: string): Value[] {
    return [...text.matchAll(/%(\d+)/g)].map((match) => this.value(Number(match[1])));
  }

  /** `{attributes} @position`, each optional. */
  private tail(text: string): { attrs: Attrs; position: Position } {
    const trimmed = text.trim();
    if (!trimmed.startsWith('{')) return { attrs: NO_ATTRS, position: this.position(trimmed) };
    const end = endOfJson(trimmed);
    const attrs = JSON.parse(trimmed.slice(0, end), (_key, value) =>
      value !== null && typeof value === 'object' && '$n' in value ? BigInt(value.$n as string) : value) as Attrs;
    return { attrs, position: this.position(trimmed.slice(end).trim()) };
  }

  private position(text: string): Position {
    if (text === '') return NO_POSITION;
    const match = /^@(\d+):(\d+)(?:\[inlined ("(?:[^"\\]|\\.)*") ("(?:[^"\\]|\\.)*") (.*)\])?$/.exec(text) ?? this.fail('position expected');
    const [, line, column, functionName, file, callSite] = match;
    const scope = functionName
      ? { functionName: JSON.parse(functionName) as string, file: JSON.parse(file!) as string, callSite: this.position(callSite!) }
      : null;
    return { line: Number(line), column: Number(column), scope };
  }
}

/** Index after the object literal that `text` begins with. */
function endOfJson(text: string): number {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (inString) {
      if (c === '\\') i++;
      else if (c === '"') inString = false;
    } else if (c === '"') inString = true;
    else if (c === '{' || c === '[') depth++;
    else if ((c === '}' || c === ']') && --depth === 0) return i + 1;
  }
  return text.length;
}
