/** Lowering of the systems dialect: sources to modules of typed functions, with its rules checked. */
import { Func, type Instr, NO_POSITION } from '../../ir/function.ts';
import { emptyModule, type Module } from '../../ir/module.ts';
import type { Rep } from '../../ir/rep.ts';
import { CompileError, collectInto, type Diagnostic, diagnostics } from '../diagnostic.ts';
import { positionAt, positionOf, refuse, spanOf } from '../source-position.ts';
import { SsaBuilder } from '../ssa-builder.ts';
import { ts } from '../typescript.ts';
import { findStaleAddress } from './address-liveness.ts';
import { ConstantEvaluator } from './constants.ts';
import { FunctionContext } from './context.ts';
import { inferEffects, type Lowered } from './effects.ts';
import { defineModuleVariable } from './module-variables.ts';
import { type DialectFunction, HOOKS_FILE, isLayoutFile, signatureOf, type SourceUnit, SourceUnits, type Target } from './source-unit.ts';
import { StatementLowering } from './statements.ts';
import { describe } from './static-types.ts';
import { repOf, type ResultType } from './types.ts';

const { SyntaxKind } = ts;

/**
 * Lowers the files (absolute paths) and all dialect modules that they import, in the order in which they are met.
 * Throws a CompileError with all diagnostics.
 */
export function lowerDialect(files: readonly string[], target: Target): Module[] {
  const units = new SourceUnits(target);
  const constants = new ConstantEvaluator(units);
  const found: Diagnostic[] = [];
  const collect = collectInto(found);
  const modules: Module[] = [];
  const lowered = new Map<string, Lowered>();
  const queue = [...files];
  const seen = new Set<string>();
  while (queue.length > 0) {
    const path = queue.shift()!;
    if (seen.has(path) || path.endsWith(HOOKS_FILE) || isLayoutFile(path)) continue;
    seen.add(path);
    collect(() => {
      const unit = units.load(path);
      const module = emptyModule(unit.name);
      modules.push(module);
      queue.push(...unit.imported);
      for (const statement of unit.source.statements) collect(() => checkTopLevel(unit, statement));
      for (const func of unit.functions.values()) {
        collect(() => {
          const result = lowerFunction(units, constants, module, func);
          module.functions.set(func.symbol, result);
          lowered.set(func.symbol, { func: result, declared: func });
        });
      }
    });
  }
  if (found.length > 0) throw new CompileError(found);
  const reasons = inferEffects(lowered);
  for (const { func, declared } of lowered.values()) collect(() => checkRules(func, declared, reasons));
  if (found.length > 0) throw new CompileError(found);
  return modules;
}

const TOP_LEVEL = new Set([
  SyntaxKind.ImportDeclaration, SyntaxKind.FunctionDeclaration, SyntaxKind.VariableStatement, SyntaxKind.TypeAliasDeclaration,
  SyntaxKind.InterfaceDeclaration,
]);

function checkTopLevel(unit: SourceUnit, statement: ts.Statement): void {
  if (!TOP_LEVEL.has(statement.kind))
    refuse(diagnostics.dialect(spanOf(statement, unit.source), `${describe(statement)} cannot stand at the top level of a dialect module.`, 'a dialect module has imports, types, variables and functions'));
}

function lowerFunction(units: SourceUnits, constants: ConstantEvaluator, module: Module, declared: DialectFunction): Func {
  const { node, unit, symbol, name } = declared;
  const signature = signatureOf(declared);
  const func = new Func(symbol, 'typed', resultRep(signature.result), `${unit.name}.ts`, name);
  func.position = positionOf(node, unit.source);
  const assemblySymbol = declared.tags.get('symbol');
  if (assemblySymbol) func.attrs.symbol = assemblySymbol;
  if (declared.tags.has('noinline')) func.attrs.noinline = true;
  const ssa = new SsaBuilder(func, undefinedValue);
  const context = new FunctionContext(units, constants, module, declared, signature, ssa);
  // Storage of the module's variables is defined with its first function that is lowered; constants have none.
  for (const variable of unit.variables.values()) if (!variable.constant && !module.data.has(variable.symbol)) defineModuleVariable(context, variable);
  for (const { name: paramName, type } of signature.params) {
    const variable = { name: paramName, rep: repOf(type) };
    ssa.write(variable, func.addParam(variable.rep));
    context.declare(paramName, { kind: 'variable', type, variable, constant: false });
  }
  if (!node.body) context.fail(node, 'A function of the systems dialect has a body.');
  const statements = new StatementLowering(context);
  context.inScope(() => node.body!.statements.forEach((statement) => statements.lower(statement)));
  endFunction(context, node);
  return ssa.finish();
}

/** The end of the body: an implicit return, or what control flow cannot reach. */
function endFunction(context: FunctionContext, node: ts.FunctionDeclaration): void {
  const { ssa, signature } = context;
  ssa.position = positionAt(node.end - 1, context.unit.source);
  if (signature.result === 'void') ssa.return();
  else {
    if (ssa.isReachable() && signature.result !== 'never') context.fail(node.name ?? node, 'The end of this function is reachable without a return.');
    ssa.unreachable();
  }
}

function resultRep(result: ResultType): Rep | null {
  return result === 'void' || result === 'never' ? null : repOf(result);
}

/** Variables that are declared without an initialiser hold 0 on paths that tsc has proven not to read them. */
function undefinedValue(func: Func, rep: Rep): Instr[] {
  const make = (op: string, of: Rep, args: Instr['args'], attrs: Instr['attrs']): Instr => ({ op, args, attrs, result: func.newValue(of), position: NO_POSITION });
  if (rep === 'ref') {
    const zero = make('i64.const', 'i64', [], { value: 0n });
    return [zero, make('ref.frombits', 'ref', [zero.result!], {})];
  }
  if (rep === 'f64' || rep === 'f64u' || rep === 'value') return [make(`${rep}.const`, rep, [], { bits: 0n })];
  return [make(`${rep}.const`, rep, [], { value: rep === 'bool' ? false : rep === 'i64' ? 0n : 0 })];
}

function checkRules(func: Func, declared: DialectFunction, reasons: ReadonlyMap<string, string>): void {
  const { node, unit } = declared;
  if (declared.tags.has('noalloc') && reasons.has(func.symbol))
    refuse(diagnostics.dialect(spanOf(node.name ?? node, unit.source), `'${declared.name}' is @noalloc but may allocate: ${chain(func.symbol, reasons)}.`));
  const stale = findStaleAddress(func);
  if (!stale) return;
  const offset = unit.source.getPositionOfLineAndCharacter(stale.line - 1, stale.column - 1);
  const span = { ...spanOf(node, unit.source), line: stale.line, column: stale.column, length: 1, sourceLine: lineAt(unit.source, offset) };
  refuse(diagnostics.dialect(span, 'An address made by addressOf is used after a call that may allocate: the cell may have moved.', 'call addressOf again after the call'));
}

function lineAt(source: ts.SourceFile, offset: number): string {
  const start = source.text.lastIndexOf('\n', offset - 1) + 1;
  return source.text.slice(start).split('\n', 1)[0]!;
}

/** `a → b → allocate`, from a function to the one that allocates by itself. */
function chain(symbol: string, reasons: ReadonlyMap<string, string>): string {
  const names: string[] = [];
  for (let at: string | undefined = symbol; at !== undefined && !names.includes(at); at = reasons.get(at)) names.push(at);
  return names.map((name) => name.slice(name.indexOf('#') + 1)).join(' → ');
}
