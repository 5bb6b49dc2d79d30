/**
 * Decides where each binding lives, once a file is bound.
 *
 * A captured binding is copied into the functions that capture it when each of them is made after its initialisation and no
 * assignment can come later; else the functions share a cell. A function declaration is made at the start of its block, unless
 * it captures bindings that are initialised further down and nothing refers to it before: then it is made right after them,
 * so that helpers which use a function's constants need no cells.
 */
import { ts } from '../typescript.ts';
import type { Binding, FileBindings, FunctionInfo, Reference, Scope } from './bindings.ts';

export function assignStorage(file: FileBindings): void {
  const scopes = allScopes(file);
  for (const binding of file.moduleScope.bindings.values()) promoteModuleVariable(binding);
  for (const scope of scopes) for (const binding of scope.bindings.values()) dropSelfFunction(binding);
  for (let changed = true; changed; ) {
    changed = false;
    for (const scope of scopes) if (scope.kind !== 'module' && scope.kind !== 'switch') changed = delayFunctions(scope) || changed;
  }
  for (const scope of scopes) {
    for (const binding of scope.bindings.values()) {
      if (binding.storage === 'ssa' && !canCopy(binding)) binding.storage = 'cell';
      binding.readEarly = binding.references.some(({ node, from }) => needsInitialisationCheck(binding, node, from));
    }
  }
}

function allScopes(file: FileBindings): Set<Scope> {
  const scopes = new Set(file.scopes.values());
  for (const info of [...file.functions.values(), ...file.fieldFunctions.values()]) if (info.scope) scopes.add(info.scope);
  return scopes;
}

/** A module variable that only the top level uses is one of its locals. */
function promoteModuleVariable(binding: Binding): void {
  const local = binding.kind === 'let' || binding.kind === 'const' || binding.kind === 'var';
  if (local && !binding.exported && binding.capturers.size === 0 && binding.assignments.every(({ from }) => from.kind === 'module')) binding.storage = 'ssa';
}

/** A name that is assigned again is not its function any more; one that is need not be captured by it. */
function dropSelfFunction(binding: Binding): void {
  if (binding.assignments.length > 0 && binding.kind !== 'self') binding.selfFunction = null;
  const { selfFunction } = binding;
  if (!selfFunction || [...binding.capturers].some((func) => func !== selfFunction && func.captures === selfFunction.captures)) return;
  const index = selfFunction.captures.indexOf(binding);
  if (index >= 0) selfFunction.captures.splice(index, 1);
}

/** The function that `owner` itself makes, through which the reference comes about; null: it stands in the owner's own code. */
export function throughFunction(owner: FunctionInfo, from: FunctionInfo): FunctionInfo | null {
  let func: FunctionInfo | null = from;
  if (func === owner) return null;
  while (func && func.parent !== owner) func = func.parent;
  return func;
}

function effectiveOffset(owner: FunctionInfo, reference: Reference): number {
  const through = throughFunction(owner, reference.from);
  return through ? through.createdAt : reference.node.pos;
}

/** Puts off the creation of the scope's function declarations behind what they capture. True: something moved. */
function delayFunctions(scope: Scope): boolean {
  let changed = false;
  for (const { binding, info } of scope.functions) {
    if (binding.assignments.length > 0) continue;
    const captured = info.captures.filter((other) => other.scope === scope && other !== binding && other.kind !== 'param' && other.kind !== 'var');
    const needed = Math.max(info.createdAt, ...captured.map((other) => other.initialisedAt));
    if (needed <= info.createdAt || !Number.isFinite(needed)) continue;
    const early = binding.references.some((reference) => throughFunction(scope.owner, reference.from) !== info && effectiveOffset(scope.owner, reference) < needed);
    if (early) continue;
    info.createdAt = needed;
    binding.initialisedAt = needed;
    changed = true;
  }
  return changed;
}

function canCopy(binding: Binding): boolean {
  const { scope } = binding;
  const capturers = [...binding.capturers].filter((func) => func !== binding.selfFunction);
  if (capturers.length === 0) return true;
  if (scope.kind === 'switch') return false;
  for (const func of capturers) {
    if (!initialisedBefore(binding, func)) return false;
    for (const assignment of binding.assignments) {
      if (binding.kind === 'this') continue; // set once, by super()
      if (assignment.from !== scope.owner || assignment.node.pos >= func.createdAt || insideLoop(func.node, scope)) return false;
    }
  }
  return true;
}

/** Function declarations made at the same place come one after the other in source order. */
function initialisedBefore(binding: Binding, func: FunctionInfo): boolean {
  if (binding.initialisedAt < func.createdAt) return true;
  if (binding.initialisedAt > func.createdAt) return false;
  return binding.kind !== 'function' || !ts.isFunctionDeclaration(func.node) || binding.node.pos < func.node.pos;
}

/** Whether a loop lies between the function and the scope, or is the scope's own header. */
function insideLoop(node: ts.Node, scope: Scope): boolean {
  if (ts.isIterationStatement(scope.node, false)) return true;
  for (let at = node.parent; at && at !== scope.node; at = at.parent) if (ts.isIterationStatement(at, false)) return true;
  return false;
}

/** Whether a read may come before the initialiser, for all that the text shows. */
export function needsInitialisationCheck(binding: Binding, reference: ts.TextRange, from: FunctionInfo): boolean {
  const { kind, scope } = binding;
  if (kind === 'this') {
    if (binding.initialisedAt === 0) return false;
  } else if (kind !== 'let' && kind !== 'const' && kind !== 'class' && kind !== 'param') return false;
  const through = throughFunction(scope.owner, from);
  if (through && through === binding.selfFunction) return false;
  if (kind === 'class' && binding.node.pos <= reference.pos && reference.end <= binding.node.end && through) return false;
  if (scope.kind === 'switch') return true;
  return (through ? through.createdAt : reference.pos) < binding.initialisedAt;
}
