/** Class declarations and expressions: the class object, then its static initialisers in order. */
import type { Value } from '../../ir/function.ts';
import type { MemberInfo } from '../../ir/module.ts';
import { enterScope, initialise, makeBinding } from '../lowering/binding-access.ts';
import { classSymbolId, memberNameOf } from '../lowering/class-names.ts';
import { capturedValues } from '../lowering/closures.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { fieldName, instanceFields } from '../lowering/fields.ts';
import { lowerFunction } from '../lowering/function.ts';
import type { FunctionInfo } from '../scopes/bindings.ts';
import { hasModifier, isDerived, isStatic, isThisParameter } from '../scopes/binder.ts';
import { lowerStatements } from '../statements/block.ts';
import { ts } from '../typescript.ts';
import { lowerExpression } from './table.ts';

const { SyntaxKind } = ts;

export function lowerClass(context: FunctionLowering, node: ts.ClassLikeDeclaration, name: string): Value {
  refuseUnsupported(context, node);
  const { unit } = context;
  const scope = unit.file.scopes.get(node)!;
  const binding = scope.classBinding!;
  if (ts.isClassExpression(node)) makeBinding(context, binding);
  const heritage = node.heritageClauses?.find(({ token }) => token === SyntaxKind.ExtendsKeyword)?.types[0];
  const args = heritage ? [lowerExpression(context, heritage.expression)] : [];
  const id = classSymbolId(unit, node);
  const members = lowerMembers(context, node, name);
  const info = [...members.infos, unit.file.fieldFunctions.get(node)].find((each) => each !== undefined);
  if (info) args.push(...capturedValues(context, info));
  const constructor = constructorOf(node);
  const formals = constructor?.parameters.filter((param) => !isThisParameter(param)) ?? [];
  const firstOptional = formals.findIndex((param) => param.initializer || param.dotDotDotToken);
  unit.module.classes.set(id, {
    id,
    name: node.name?.text ?? name,
    file: unit.displayFile,
    typeParams: node.typeParameters?.length ?? 0,
    hasHeritage: heritage !== undefined,
    constructorFunction: members.constructorFunction,
    fieldInit: fieldFunction(context, node, name),
    fields: instanceFields(node).map((field) => fieldName(context, field)),
    members: members.list,
    captures: info?.captures.length ?? 0,
    dynamic: (info?.captures.length ?? 0) > 0 || canRepeat(context, node),
    length: firstOptional < 0 ? formals.length : firstOptional,
  });
  context.at(node);
  const made = context.emit('js.class', args, { class: id });
  initialise(context, binding, made);
  for (const member of node.members) lowerStatic(context, member, made);
  return made;
}

/** True unless the class stands in code that runs at most once: a module's top level, outside of loops. */
function canRepeat(context: FunctionLowering, node: ts.ClassLikeDeclaration): boolean {
  if (context.info.kind !== 'module') return true;
  for (let at: ts.Node = node; at; at = at.parent) if (ts.isIterationStatement(at, false)) return true;
  return false;
}

export function constructorOf(node: ts.ClassLikeDeclaration): ts.ConstructorDeclaration | undefined {
  return node.members.find((member): member is ts.ConstructorDeclaration => ts.isConstructorDeclaration(member) && member.body !== undefined);
}

function lowerMembers(context: FunctionLowering, node: ts.ClassLikeDeclaration, className: string): { list: MemberInfo[]; infos: FunctionInfo[]; constructorFunction: string | null } {
  const list: MemberInfo[] = [];
  const infos: FunctionInfo[] = [];
  let constructorFunction: string | null = null;
  for (const member of node.members) {
    const info = context.unit.file.functions.get(member);
    if (!info) continue;
    infos.push(info);
    if (ts.isConstructorDeclaration(member)) {
      constructorFunction = lowerFunction(context.unit, info, node.name?.text ?? className, context.func.symbol);
      continue;
    }
    const name = memberNameOf(context, member.name as ts.PropertyName);
    if (name === null) context.fail(member.name!, 'A class member with a computed name', 'give it a constant name');
    const kind = ts.isGetAccessor(member) ? 'get' : ts.isSetAccessor(member) ? 'set' : 'method';
    const plain = name.startsWith('@@') ? `[Symbol.${name.slice(2)}]` : name.split('@')[0]!;
    list.push({ name, static: isStatic(member), kind, function: lowerFunction(context.unit, info, plain, context.func.symbol) });
  }
  return { list, infos, constructorFunction };
}

/** The function that defines the own fields; a class whose fields have no initialisers has no function info, and needs no captures. */
function fieldFunction(context: FunctionLowering, node: ts.ClassLikeDeclaration, className: string): string | null {
  const { unit } = context;
  const fields = instanceFields(node);
  const needed = fields.some((field) => (!ts.isParameter(field) && (field.initializer !== undefined || ts.isPrivateIdentifier(field.name))) || unit.linkage.defineFields);
  if (!needed) return null;
  let info = unit.file.fieldFunctions.get(node);
  if (!info) {
    info = { node, kind: 'fields', parent: context.info, captures: [], createdAt: node.pos, receiver: null, newTarget: null, arguments: null, scope: null };
    unit.file.fieldFunctions.set(node, info);
  }
  return lowerFunction(unit, info, node.name?.text ?? className, context.func.symbol);
}

/** Static fields and blocks run where the class stands, with the class as `this`. */
function lowerStatic(context: FunctionLowering, member: ts.ClassElement, made: Value): void {
  const isBlock = ts.isClassStaticBlockDeclaration(member);
  if (!isBlock && !(ts.isPropertyDeclaration(member) && isStatic(member) && !hasModifier(member, SyntaxKind.DeclareKeyword))) return;
  const scope = context.unit.file.scopes.get(member);
  if (scope) {
    enterScope(context, scope);
    initialise(context, scope.bindings.get('this')!, made);
  }
  context.at(member);
  if (isBlock) return lowerStatements(context, member.body.statements, context.unit.file.scopes.get(member.body)!);
  const { initializer } = member as ts.PropertyDeclaration;
  const { defineFields } = context.unit.linkage;
  const name = fieldName(context, member as ts.PropertyDeclaration);
  if (!initializer && !defineFields) return;
  const value = initializer ? lowerExpression(context, initializer, name.split('@')[0]!) : context.constant('undefined');
  context.at(member);
  if (defineFields || ts.isPrivateIdentifier(member.name!)) context.effect('js.define', [made, context.string(name), value], { name });
  else context.effect('js.set', [made, value], { name });
}

function refuseUnsupported(context: FunctionLowering, node: ts.ClassLikeDeclaration): void {
  for (const each of [node, ...node.members]) {
    if (ts.canHaveDecorators(each) && ts.getDecorators(each)?.length) context.fail(each, 'A decorator', 'call a function that does what it does');
    if (hasModifier(each, SyntaxKind.AccessorKeyword)) context.fail(each, 'The accessor keyword', 'write a getter and a setter');
  }
  const heritage = node.heritageClauses?.find(({ token }) => token === SyntaxKind.ExtendsKeyword)?.types[0];
  if (isDerived(node) && heritage?.expression.kind === SyntaxKind.NullKeyword) context.fail(heritage, 'A class that extends null');
}
