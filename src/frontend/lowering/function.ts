/** Bodies of functions: parameters, the receiver, and what is left to do at the end. */
import { Func, type Value } from '../../ir/function.ts';
import { lowerExpression } from '../expressions/table.ts';
import { assignPattern } from '../patterns.ts';
import type { Binding, FunctionInfo } from '../scopes/bindings.ts';
import { isDerived, isSuperCallStatement, isThisParameter } from '../scopes/binder.ts';
import { positionAt, positionOf } from '../source-position.ts';
import { lowerStatements } from '../statements/block.ts';
import { ts } from '../typescript.ts';
import { CompileError } from '../diagnostic.ts';
import { enterScope, initialise, makeBinding, readBinding } from './binding-access.ts';
import { type FileLowering, FunctionLowering } from './context.ts';
import { lowerFields } from './fields.ts';
import { classSymbolId } from './class-names.ts';
import { finish, startSuspending } from './suspension.ts';

/** Lowers the function into the module and gives its symbol. Diagnostics are reported; then the function is left out. */
export function lowerFunction(unit: FileLowering, info: FunctionInfo, name: string, outer: string): string {
  const { node } = info;
  const known = unit.lowered.get(info);
  if (known) return known;
  const symbol = symbolOf(unit, info, name, outer);
  unit.lowered.set(info, symbol);
  const func = new Func(symbol, 'js', 'value', unit.displayFile, displayName(info, name));
  func.position = info.kind === 'module' ? positionAt(0, unit.file.source) : positionOf(node, unit.file.source);
  const context = new FunctionLowering(unit, info, func);
  try {
    lowerBody(context, name);
    context.ssa.finish();
    unit.module.functions.set(symbol, func);
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    error.diagnostics.forEach((diagnostic) => unit.report(diagnostic));
  }
  return symbol;
}

function symbolOf(unit: FileLowering, info: FunctionInfo, name: string, outer: string): string {
  const { module, file } = unit;
  if (info.kind === 'module') return `${module.name}#<init>`;
  if (info.parent?.kind === 'module' && ts.isFunctionDeclaration(info.node) && file.moduleScope.bindings.get(name)?.node === info.node) return `${module.name}#${name}`;
  const { line, column } = positionOf(info.node, file.source);
  const prefix = outer.endsWith('#<init>') ? `${module.name}#` : `${outer}/`;
  const own = info.kind === 'fields' ? `${name}.<fields>` : info.kind === 'getter' ? `get_${name}` : info.kind === 'setter' ? `set_${name}` : name || '<anonymous>';
  const className = ts.isClassLike(info.node.parent) && info.kind !== 'fields' ? `${info.node.parent.name?.text ?? '<class>'}.` : '';
  return `${prefix}${className}${(info.kind === 'constructor' ? 'constructor' : own).replaceAll(/\s/g, '_')}@${line}:${column}`;
}

/** What V8's traces show. */
function displayName(info: FunctionInfo, name: string): string {
  const { node } = info;
  if (info.kind === 'module') return '';
  const parent = node.parent;
  if (ts.isClassLike(parent) && info.kind !== 'fields') {
    const className = parent.name?.text ?? '';
    if (info.kind === 'constructor') return `new ${className}`;
    const accessor = info.kind === 'getter' ? 'get ' : info.kind === 'setter' ? 'set ' : '';
    return `${className ? `${className}.` : ''}${accessor}${name}${accessor ? ` [as ${name}]` : ''}`;
  }
  return name;
}

function lowerBody(context: FunctionLowering, name: string): void {
  const { info, func, ssa } = context;
  const { node } = info;
  for (const _ of ['closure', 'this', 'new.target']) func.addParam('value');
  Object.assign(func.attrs, { captures: info.captures.length, length: 0, rest: false, kind: kindAttribute(info), strict: true, name });
  info.captures.forEach((binding, index) => {
    if (binding.selfFunction !== info) ssa.write(binding, context.emit('js.capture', [context.closure], { index }));
  });
  if (info.kind === 'module') return lowerModuleBody(context);
  if (info.kind === 'fields') {
    bindReceiver(context, info.receiver, func.params[1]!);
    lowerFields(context, node as ts.ClassLikeDeclaration);
    return ssa.return(context.constant('undefined'));
  }
  const declaration = node as ts.FunctionLikeDeclaration;
  refuseKinds(context, declaration);
  const typeParameterKeys = context.unit.keys.restKey(declaration);
  if (typeParameterKeys) func.attrs.restKey = typeParameterKeys;
  const derived = ts.isConstructorDeclaration(declaration) && isDerived(declaration.parent);
  if (info.newTarget) bindReceiver(context, info.newTarget, func.params[2]!);
  bindReceiver(context, info.receiver, derived ? null : func.params[1]!);
  const { suspension } = context;
  const parameters = declareParameters(context, declaration);
  // What the parameters of an async function throw rejects its promise; those of generators throw in the call.
  if (suspension === 'async') startSuspending(context, suspension);
  lowerParameters(context, declaration, parameters);
  if (suspension && suspension !== 'async') startSuspending(context, suspension);
  if (ts.isConstructorDeclaration(declaration)) return lowerConstructorBody(context, declaration, derived);
  const { body } = declaration;
  if (!body) return;
  if (!ts.isBlock(body)) {
    enterScope(context, info.scope!);
    const value = lowerExpression(context, body);
    return finish(context, value);
  }
  lowerStatements(context, body.statements, info.scope!);
  context.atOffset(body.end - 1);
  finish(context, context.constant('undefined'));
}

function kindAttribute(info: FunctionInfo): string {
  return info.kind === 'module' ? 'module-init' : info.kind === 'fields' ? 'method' : info.kind;
}

function lowerModuleBody(context: FunctionLowering): void {
  const source = context.info.node as ts.SourceFile;
  if (context.suspension) startSuspending(context, context.suspension);
  lowerStatements(context, source.statements, context.info.scope!);
  finish(context, context.constant('undefined'));
}

function refuseKinds(context: FunctionLowering, node: ts.FunctionLikeDeclaration): void {
  if (ts.canHaveDecorators(node) && ts.getDecorators(node)?.length) context.fail(node, 'A decorator', 'call a function that does what it does');
}

/** `this` and `new.target`; null: `this` of a derived constructor, set by super(). */
function bindReceiver(context: FunctionLowering, binding: Binding | null, value: Value | null): void {
  if (!binding) return;
  if (binding.storage === 'cell') {
    makeBinding(context, binding);
    if (binding.kind === 'new.target') context.ssa.write(binding, context.emit('js.cell', [context.constant('hole')], { name: binding.name }));
  }
  if (value) initialise(context, binding, value);
  else if (binding.storage === 'ssa') context.ssa.write(binding, context.constant('hole'));
}

interface Parameters {
  parameters: ts.ParameterDeclaration[];
  values: Value[];
}

function declareParameters(context: FunctionLowering, node: ts.FunctionLikeDeclaration): Parameters {
  const { func, info } = context;
  const parameters = node.parameters.filter((param) => !isThisParameter(param));
  const values = info.arguments ? takeArguments(context, info.arguments, parameters) : parameters.map(() => func.addParam('value'));
  const firstOptional = parameters.findIndex((param) => param.initializer || param.dotDotDotToken);
  func.attrs.length = firstOptional < 0 ? parameters.length : firstOptional;
  func.attrs.rest = info.arguments !== null || parameters.some((param) => param.dotDotDotToken !== undefined);
  return { parameters, values };
}

/** A function that uses `arguments` gets them all as one list, and takes its parameters from there. */
function takeArguments(context: FunctionLowering, binding: Binding, parameters: readonly ts.ParameterDeclaration[]): Value[] {
  context.func.attrs.restKey = 'any';
  const list = context.func.addParam('value');
  const library = (name: string, ...args: Value[]): Value => {
    const callee = context.emit('js.global.get', [], { global: `src/std/arguments#${name}` });
    return context.emit('js.call', [callee, context.constant('undefined'), ...args], { text: '' });
  };
  context.ssa.write(binding, library('makeArguments', list));
  return parameters.map(({ dotDotDotToken }, i) =>
    dotDotDotToken ? library('argumentsFrom', list, context.number(i)) : context.emit('js.getindex', [list, context.number(i)], { text: '' }));
}

function lowerParameters(context: FunctionLowering, node: ts.FunctionLikeDeclaration, { parameters, values }: Parameters): void {
  const { info, ssa } = context;
  checkParameterScope(context, node);
  for (const binding of info.scope!.bindings.values()) {
    if (binding.kind !== 'param') continue;
    if (binding.storage === 'cell') ssa.write(binding, context.emit('js.cell', [context.constant('hole')], { name: binding.name }));
    else if (binding.readEarly) ssa.write(binding, context.constant('hole'));
  }
  parameters.forEach((param, i) => {
    context.at(param);
    const value = param.initializer ? withDefault(context, values[i]!, param.initializer, ts.isIdentifier(param.name) ? param.name.text : '') : values[i]!;
    if (ts.isIdentifier(param.name)) initialise(context, context.meaning(param.name)!, value);
    else assignPattern(context, param.name, value, 'initialise', {});
  });
}

/** `value === undefined ? initialiser : value`. */
export function withDefault(context: FunctionLowering, value: Value, initializer: ts.Expression, name: string): Value {
  const { ssa } = context;
  const result = context.temporary('default');
  const [absent, join] = [ssa.newBlock(), ssa.newBlock()];
  ssa.write(result, value);
  ssa.branch(context.emitBool('js.test', [value], { kind: 'undefined' }), absent, join);
  ssa.startSealed(absent);
  ssa.write(result, lowerExpression(context, initializer, name));
  ssa.jump(join);
  ssa.startSealed(join);
  return ssa.read(result);
}

/** With parameter expressions the body's vars are an environment of their own, which matters only where names repeat. */
function checkParameterScope(context: FunctionLowering, node: ts.FunctionLikeDeclaration): void {
  if (!node.body || !ts.isBlock(node.body) || !node.parameters.some((param) => param.initializer || !ts.isIdentifier(param.name))) return;
  const names = new Set([...context.info.scope!.bindings.values()].filter(({ kind }) => kind === 'param').map((binding) => binding.name));
  const visit = (child: ts.Node): void => {
    if (ts.isFunctionLike(child) || ts.isClassLike(child)) return;
    if (ts.isVariableDeclaration(child) && ts.isIdentifier(child.name) && names.has(child.name.text) && !(ts.getCombinedNodeFlags(child) & ts.NodeFlags.BlockScoped))
      context.fail(child, `A var that repeats the parameter '${child.name.text}' beside parameter expressions`, 'give it another name');
    ts.forEachChild(child, visit);
  };
  visit(node.body);
}

function lowerConstructorBody(context: FunctionLowering, node: ts.ConstructorDeclaration, derived: boolean): void {
  const { info, ssa, func } = context;
  if (!derived) context.effect('js.initfields', [func.params[1]!, context.closure], { class: classSymbolId(context.unit, node.parent) });
  const { statements } = node.body!;
  const superAt = derived ? statements.findIndex(isSuperCallStatement) : -1;
  const assignProperties = (): void => assignParameterProperties(context, node);
  if (!derived) assignProperties();
  else if (superAt < 0 && node.parameters.some((param) => ts.isParameterPropertyDeclaration(param, node)))
    context.fail(node, 'A parameter property where super() is not a statement of the constructor', 'assign the field after super()');
  lowerStatements(context, statements, info.scope!, (statement) => {
    if (derived && statement === statements[superAt]) assignProperties();
  });
  context.atOffset(node.body!.end - 1);
  ssa.return(derived ? readReceiver(context, node.body!.end) : func.params[1]!);
}

/** `this` as code at the offset reads it. */
function readReceiver(context: FunctionLowering, offset: number): Value {
  const { receiver } = context.info;
  if (!receiver) return context.emit('js.checktdz', [context.constant('hole')], { name: 'this' }); // no super() at all
  return readBinding(context, receiver, { pos: offset, end: offset });
}

/** `constructor(private x)`: this.x = x, after the fields. */
function assignParameterProperties(context: FunctionLowering, node: ts.ConstructorDeclaration): void {
  for (const param of node.parameters) {
    if (!ts.isParameterPropertyDeclaration(param, node)) continue;
    context.at(param);
    const value = readBinding(context, context.meaning(param.name)!, { pos: node.body!.pos, end: node.body!.pos });
    const receiver = readReceiver(context, node.body!.end);
    context.effect('js.set', [receiver, value], { name: (param.name as ts.Identifier).text });
  }
}
