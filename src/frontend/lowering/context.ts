/** What the lowering of one ordinary function has at hand: its SSA construction, names, and the module that it belongs to. */
import { Func, type Instr, NO_POSITION, type Value } from '../../ir/function.ts';
import type { Module } from '../../ir/module.ts';
import type { Rep } from '../../ir/rep.ts';
import { type Diagnostic, diagnostics } from '../diagnostic.ts';
import type { TypeKeys } from '../type-keys.ts';
import type { Binding, FileBindings, FunctionInfo } from '../scopes/bindings.ts';
import { positionAt, positionOf, refuse, spanOf } from '../source-position.ts';
import { SsaBuilder, type Variable } from '../ssa-builder.ts';
import { ts } from '../typescript.ts';
import type { Exit, TryFrame } from './exits.ts';
import { type Suspension, suspensionOf } from './suspension.ts';

/** What an imported name, or a member of a module namespace, means. */
export type ImportTarget =
  | { kind: 'global'; symbol: string; mayBeUninitialised: boolean; enumeration?: ts.EnumDeclaration }
  | { kind: 'namespace'; module: string }
  | { kind: 'intrinsic'; name: string };

/** The module graph as the lowering of one file sees it. */
export interface Linkage {
  /** The target of an import binding; refused with a diagnostic where there is none. */
  imported(binding: Binding): ImportTarget;
  /** A member of a namespace; undefined: it has none of that name. */
  member(module: string, name: string): ImportTarget | undefined;
  /** Whether the standard library has this global. */
  isBuiltin(name: string): boolean;
  /** Property names that some source assigns, deletes or declares a getter for: methods of that name may change under a call. */
  readonly assignedNames: ReadonlySet<string>;
  /** Some source deletes properties. */
  readonly deletes: boolean;
  /** Class fields are defined, not assigned (ES2022). */
  readonly defineFields: boolean;
}

/** Lowering of one file. */
export interface FileLowering {
  readonly file: FileBindings;
  readonly module: Module;
  readonly linkage: Linkage;
  readonly keys: TypeKeys;
  /** Symbols of lowered functions, so that a closure in code lowered twice (finally blocks) makes one function. */
  readonly lowered: Map<FunctionInfo, string>;
  readonly displayFile: string;
  report(diagnostic: Diagnostic): void;
}

export class FunctionLowering {
  readonly unit: FileLowering;
  readonly info: FunctionInfo;
  readonly func: Func;
  readonly ssa: SsaBuilder;
  /** Enclosing statements that jumps leave, innermost last. */
  readonly exits: Exit[] = [];
  /** The innermost try whose handler is active. */
  tryFrame: TryFrame | null = null;
  /** Labels of the statement that is about to be lowered. */
  labels: string[] = [];
  /** How the function suspends, once it has begun to. */
  readonly suspension: Suspension | null;
  private temporaries = 0;

  constructor(unit: FileLowering, info: FunctionInfo, func: Func) {
    this.unit = unit;
    this.info = info;
    this.func = func;
    this.suspension = suspensionOf(info);
    this.ssa = new SsaBuilder(func, hole);
  }

  at(node: ts.Node): void {
    this.ssa.position = positionOf(node, this.unit.file.source);
  }

  atOffset(offset: number): void {
    this.ssa.position = positionAt(offset, this.unit.file.source);
  }

  /** Refuses the construct. */
  fail(node: ts.Node, construct: string, instead?: string): never {
    refuse(diagnostics.unsupportedSyntax(spanOf(node, this.unit.file.source), construct, instead));
  }

  emit(op: string, args: Value[] = [], attrs: Instr['attrs'] = {}): Value {
    return this.ssa.emit(op, 'value', args, attrs);
  }

  emitBool(op: string, args: Value[], attrs: Instr['attrs'] = {}): Value {
    return this.ssa.emit(op, 'bool', args, attrs);
  }

  effect(op: string, args: Value[], attrs: Instr['attrs'] = {}): void {
    this.ssa.effect(op, args, attrs);
  }

  constant(kind: 'undefined' | 'null' | 'true' | 'false' | 'hole'): Value {
    return this.emit('js.const', [], { kind });
  }

  number(value: number): Value {
    return this.emit('js.const', [], { kind: 'number', value: numberBits(value) });
  }

  string(value: string): Value {
    return this.emit('js.const', [], { kind: 'string', value });
  }

  temporary(name = 't'): Variable {
    return { name: `${name}${this.temporaries++}`, rep: 'value' };
  }

  get closure(): Value {
    return this.func.params[0]!;
  }

  sourceText(node: ts.Node): string {
    return node.getText(this.unit.file.source);
  }

  meaning(node: ts.Node): Binding | undefined {
    return this.unit.file.meaning.get(node);
  }
}

function hole(func: Func, rep: Rep): Instr[] {
  return [{ op: 'js.const', args: [], attrs: { kind: 'hole' }, result: func.newValue(rep), position: NO_POSITION }];
}

const word = new DataView(new ArrayBuffer(8));

export function numberBits(value: number): bigint {
  word.setFloat64(0, value);
  return word.getBigUint64(0);
}
