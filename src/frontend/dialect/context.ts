/** What the lowering of one dialect function knows: its names, its SSA construction, the module that receives data. */
import type { Value } from '../../ir/function.ts';
import type { Module } from '../../ir/module.ts';
import { diagnostics } from '../diagnostic.ts';
import { positionOf, refuse, spanOf } from '../source-position.ts';
import type { SsaBuilder, Variable } from '../ssa-builder.ts';
import { ts } from '../typescript.ts';
import type { ConstantEvaluator } from './constants.ts';
import type { DialectFunction, Signature, SourceUnit, SourceUnits } from './source-unit.ts';
import type { MachineType, StaticType } from './types.ts';

/** A local variable with storage, or a `const` that is folded. */
export type Local = { kind: 'variable'; type: MachineType; variable: Variable; constant: boolean } | { kind: 'constant'; type: StaticType };

/** The runtime touches cells only. */
const RELAXED_FOLDER = 'src/runtime/';

export class FunctionContext {
  readonly types = new Map<ts.Node, StaticType>();
  private readonly scopes: Map<string, Local>[] = [new Map()];
  readonly units: SourceUnits;
  readonly unit: SourceUnit;
  readonly constants: ConstantEvaluator;
  readonly module: Module;
  readonly ssa: SsaBuilder;
  readonly signature: Signature;
  /** JSDoc `@relaxed`: loads and stores may be merged and moved, since none of them is MMIO or shared with an interrupt. */
  readonly relaxed: boolean;

  constructor(units: SourceUnits, constants: ConstantEvaluator, module: Module, func: DialectFunction, signature: Signature, ssa: SsaBuilder) {
    this.units = units;
    this.unit = func.unit;
    this.constants = constants;
    this.module = module;
    this.ssa = ssa;
    this.signature = signature;
    this.relaxed = func.tags.has('relaxed') || func.unit.name.startsWith(RELAXED_FOLDER);
  }

  inScope(body: () => void): void {
    this.scopes.push(new Map());
    body();
    this.scopes.pop();
  }

  declare(name: string, local: Local): void {
    this.scopes[this.scopes.length - 1]!.set(name, local);
  }

  local(name: string): Local | undefined {
    for (let i = this.scopes.length - 1; i >= 0; i--) {
      const found = this.scopes[i]!.get(name);
      if (found) return found;
    }
    return undefined;
  }

  /** Constants among the locals; a variable hides a module constant of its name. */
  readonly localConstant = (name: string): StaticType | undefined => {
    const local = this.local(name);
    return local && (local.kind === 'constant' ? local.type : { kind: 'machine', type: local.type });
  };

  at(node: ts.Node): void {
    this.ssa.position = positionOf(node, this.unit.source);
  }

  fail(node: ts.Node, message: string, instead?: string): never {
    refuse(diagnostics.dialect(spanOf(node, this.unit.source), message, instead));
  }

  /** Attributes of a memory access: kept and in order unless the function is relaxed. */
  access(attrs: Record<string, string | number | boolean> = {}): Record<string, string | number | boolean> {
    return this.relaxed ? attrs : { ...attrs, volatile: true };
  }

  i32(value: number): Value {
    return this.ssa.emit('i32.const', 'i32', [], { value: value | 0 });
  }

  i64(value: bigint): Value {
    return this.ssa.emit('i64.const', 'i64', [], { value: BigInt.asIntN(64, value) });
  }
}
