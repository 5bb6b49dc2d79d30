/** Reads and writes of declared names, wherever they live. */
import type { Value } from '../../ir/function.ts';
import type { Binding, Scope } from '../scopes/bindings.ts';
import { needsInitialisationCheck } from '../scopes/storage.ts';
import type { ts } from '../typescript.ts';
import type { FunctionLowering } from './context.ts';
import { createHoistedFunctions } from './closures.ts';
import { throwError } from './exits.ts';

export function globalSymbol(context: FunctionLowering, binding: Binding): string {
  return `${context.unit.module.name}#${binding.name}`;
}

/** The value of a binding; a ReferenceError where it may be uninitialised and is. */
export function readBinding(context: FunctionLowering, binding: Binding, node: ts.TextRange & Partial<ts.Node>): Value {
  const value = readUnchecked(context, binding, node);
  return needsInitialisationCheck(binding, node, context.info) ? context.emit('js.checktdz', [value], { name: binding.name }) : value;
}

function readUnchecked(context: FunctionLowering, binding: Binding, node: ts.TextRange & Partial<ts.Node>): Value {
  if (binding.selfFunction === context.info) return context.closure;
  if (binding.kind === 'this' && binding.scope.owner.kind === 'module' && binding.scope.kind === 'module') return context.constant('undefined');
  if (binding.kind === 'import') return readImport(context, binding, node as ts.Node);
  if (binding.storage === 'global') return context.emit('js.global.get', [], { global: globalSymbol(context, binding) });
  const held = context.ssa.read(binding);
  return binding.storage === 'cell' ? context.emit('js.cell.get', [held], { name: binding.name }) : held;
}

function readImport(context: FunctionLowering, binding: Binding, node: ts.Node): Value {
  const target = context.unit.linkage.imported(binding);
  if (target.kind === 'namespace') context.fail(node, 'A module namespace as a value', `name its members: ${binding.name}.member`);
  if (target.kind === 'intrinsic') context.fail(node, 'An intrinsic as a value', 'call it');
  const value = context.emit('js.global.get', [], { global: target.symbol });
  return target.mayBeUninitialised ? context.emit('js.checktdz', [value], { name: binding.name }) : value;
}

/** An assignment; constants throw at run time, as in node. */
export function assignBinding(context: FunctionLowering, binding: Binding, value: Value, node: ts.Node): void {
  if (needsInitialisationCheck(binding, node, context.info) && binding.kind !== 'this') {
    context.emit('js.checktdz', [readUnchecked(context, binding, node)], { name: binding.name });
  }
  if (binding.kind === 'const' || binding.kind === 'import' || binding.kind === 'self') return throwError(context, 'TypeError', 'Assignment to constant variable.');
  store(context, binding, value);
}

/** The first write: no check. */
export function initialise(context: FunctionLowering, binding: Binding, value: Value): void {
  if (isMadeLate(binding)) context.ssa.write(binding, context.emit('js.cell', [value], { name: binding.name }));
  else store(context, binding, value);
}

function store(context: FunctionLowering, binding: Binding, value: Value): void {
  if (binding.storage === 'global') context.effect('js.global.set', [value], { global: globalSymbol(context, binding) });
  else if (binding.storage === 'cell') context.effect('js.cell.set', [context.ssa.read(binding), value], { name: binding.name });
  else context.ssa.write(binding, value);
}

/** The cell of a variable that nothing sees before its initialiser is made there. */
function isMadeLate(binding: Binding): boolean {
  return binding.storage === 'cell' && !binding.readEarly && (binding.kind === 'let' || binding.kind === 'const');
}

/** What a closure copies of a binding: the cell that is shared, or the value. */
export function capturedValue(context: FunctionLowering, binding: Binding): Value {
  if (binding.selfFunction === context.info) return context.closure;
  return context.ssa.read(binding);
}

/** Makes the bindings of a scope as execution enters it: cells, holes where a read may come early, function declarations. */
export function enterScope(context: FunctionLowering, scope: Scope | undefined): void {
  if (!scope) return;
  for (const binding of scope.bindings.values()) if (binding.kind !== 'param') makeBinding(context, binding);
  createHoistedFunctions(context, scope, -1);
}

export function makeBinding(context: FunctionLowering, binding: Binding): void {
  if (binding.kind === 'import' || binding.kind === 'self' || binding.kind === 'new.target' || binding.kind === 'arguments') return;
  const lexical = binding.kind === 'let' || binding.kind === 'const' || binding.kind === 'class';
  if (binding.storage === 'global') {
    if (binding.kind === 'var' || binding.kind === 'enum') context.effect('js.global.set', [context.constant('undefined')], { global: globalSymbol(context, binding) });
  } else if (isMadeLate(binding)) {
    // Made where it is initialised.
  } else if (binding.storage === 'cell') {
    const initial = context.constant(lexical || binding.kind === 'this' ? 'hole' : 'undefined');
    context.ssa.write(binding, context.emit('js.cell', [initial], { name: binding.name }));
  } else if (binding.kind === 'var' || binding.kind === 'enum') context.ssa.write(binding, context.constant('undefined'));
  else if (lexical && binding.readEarly) context.ssa.write(binding, context.constant('hole'));
}
