import { Builder } from '../ir/builder.ts';
import { type Block, type Func, type Instr, type Position, type Value } from '../ir/function.ts';
import { BYTES_DATA, BYTES_LENGTH, ELEMENTS_CAPACITY, ELEMENTS_DATA } from '../layout/array.ts';
import { STRING_LENGTH } from '../layout/string.ts';
import { VALUE_HOLE, VALUE_UNDEFINED } from '../layout/value.ts';

/**
 * `--audit`: before each operation that rests on a proof, and each element access that no check stands before any more, the check itself,
 * with a panic that names the proof. A proof that does not hold is memory corruption; this finds it where it happens.
 *
 *     unbox.*, value.toref, f64u.assume    the value is of the representation (attribute `proof`; `operand` needs none)
 *     elements.*[index]                    the index lies below the capacity of the elements
 *     bytes[index]                         the bytes lie inside the buffer
 *     string.units[index]                  the index lies below the length
 *
 * Requires: functions marked by markAudited before they were optimised, so that no proof was moved from below the test that it rests on.
 * Breaks: nothing, but nothing may be optimised after it: the checks would be decided by the very proofs that they check.
 */
export function audit(functions: readonly Func[], failure: string, text: (text: string) => string): void {
  for (const func of functions) new Audit(func, failure, text).run();
}

/** Keeps operations with a proof in their places; src/optimise/loop-invariants.ts looks at it. */
export function markAudited(functions: readonly Func[]): void {
  for (const func of functions) func.attrs.audited = true;
}

class Audit {
  private readonly func: Func;
  private readonly failure: string;
  private readonly text: (text: string) => string;
  private readonly definitions = new Map<Value, Instr>();

  constructor(func: Func, failure: string, text: (text: string) => string) {
    this.func = func;
    this.failure = failure;
    this.text = text;
  }

  run(): void {
    const { func } = this;
    for (const block of func.blocks) for (const instr of block.instrs) if (instr.result) this.definitions.set(instr.result, instr);
    for (const block of [...func.blocks]) this.auditBlock(block);
  }

  /** Takes the block apart before each instruction that gets a check. */
  private auditBlock(block: Block): void {
    const { instrs, term } = block;
    block.instrs = [];
    const b = new Builder(this.func, block);
    for (const instr of instrs) {
      b.position = instr.position;
      const holds = this.check(b, instr);
      if (holds) this.require(b, holds, instr);
      b.block.instrs.push(instr);
    }
    b.block.term = term;
  }

  private require(b: Builder, holds: Value, instr: Instr): void {
    const fails = this.func.newBlock();
    const goesOn = this.func.newBlock();
    b.branch(holds, goesOn, fails);
    b.block = fails;
    const claim = b.emit('ref.static', 'ref', [], { symbol: this.text(describe(instr, this.func)) });
    b.effect('call', [claim], { target: this.failure, noalloc: true, nothrow: true, cold: true });
    b.unreachable();
    b.block = goesOn;
  }

  /** Emits what the instruction takes for granted; null: nothing. */
  private check(b: Builder, { op, args, attrs }: Instr): Value | null {
    const [value, index] = args as [Value, Value | undefined];
    const proven = attrs.proof !== undefined && attrs.proof !== 'operand';
    switch (proven ? op : '') {
      case 'unbox.i32': return b.emit('value.isint', 'bool', [value]);
      case 'unbox.f64': return b.emit('value.isnumber', 'bool', [value]);
      case 'unbox.bool': return b.emit('value.isbool', 'bool', [value]);
      case 'value.toref': return b.emit('value.iscell', 'bool', [value]);
      case 'f64u.assume': return b.emit('bool.not', 'bool', [b.emit('f64u.isabsent', 'bool', [value])]);
      case 'unbox.f64u': {
        const absent = [VALUE_UNDEFINED, VALUE_HOLE].map((bits) => b.emit('value.is', 'bool', [value], { bits }));
        return absent.reduce((all, each) => b.emit('bool.or', 'bool', [all, each]), b.emit('value.isnumber', 'bool', [value]));
      }
    }
    const alias = typeof attrs.alias === 'string' ? attrs.alias : '';
    const indexed = op.startsWith('load.') ? args.length === 2 : op.startsWith('store.') && args.length === 3;
    if (!indexed || !index) return null;
    if (alias.startsWith('elements.') && value.rep === 'ref' && attrs.offset === ELEMENTS_DATA) {
      return b.emit('i64.lt_u', 'bool', [index, this.length(b, value, ELEMENTS_CAPACITY)]);
    }
    if (alias === 'string.units') return b.emit('i64.lt_u', 'bool', [index, this.length(b, value, STRING_LENGTH)]);
    return alias === 'bytes' && attrs.offset === BYTES_DATA ? this.insideBytes(b, value, index, Number(attrs.scale)) : null;
  }

  /** Base of a typed array's element is the address of the buffer's cell plus an offset: offset + index * scale + scale <= length. */
  private insideBytes(b: Builder, base: Value, index: Value, scale: number): Value | null {
    const sum = this.definitions.get(base);
    const bits = sum?.op === 'i64.add' ? this.definitions.get(sum.args[0]!) : undefined;
    if (bits?.op !== 'ref.bits') return null;
    const bytes = bits.args[0]!;
    const end = b.emit('i64.add', 'i64', [b.emit('i64.mul', 'i64', [index, this.constant(b, scale)]), this.constant(b, scale)]);
    const inBuffer = b.emit('i64.le_u', 'bool', [b.emit('i64.add', 'i64', [sum!.args[1]!, end]), this.length(b, bytes, BYTES_LENGTH)]);
    return b.emit('bool.and', 'bool', [inBuffer, b.emit('i64.ge_s', 'bool', [index, this.constant(b, 0)])]);
  }

  private length(b: Builder, cell: Value, offset: number): Value {
    return b.emit('i32.zext64', 'i64', [b.emit('load.i32', 'i32', [cell], { offset })]);
  }

  private constant(b: Builder, value: number): Value {
    return b.emit('i64.const', 'i64', [], { value: BigInt(value) });
  }
}

/** `app.ts:12:5: value.toref rests on a proof that does not hold (dispatch)`. */
function describe({ op, attrs, position }: Instr, func: Func): string {
  const what = attrs.proof === undefined ? 'an index is out of range' : `a proof does not hold (${String(attrs.proof)})`;
  return `${place(position, func)}: ${op}: ${what}`;
}

function place({ line, column, scope }: Position, func: Func): string {
  return `${scope?.file ?? func.file}:${line}:${column}`;
}
