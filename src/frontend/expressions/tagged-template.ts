/** Tagged templates: ECMA-262 13.3.11. */
import type { Value } from '../../ir/function.ts';
import type { FunctionLowering } from '../lowering/context.ts';
import { messageText } from '../lowering/message-text.ts';
import { positionOf } from '../source-position.ts';
import { skipOuter } from '../scopes/binder.ts';
import { ts } from '../typescript.ts';
import { getElement, getProperty, namespaceMember, readTarget } from './access.ts';
import { lowerExpression } from './table.ts';

const { SyntaxKind } = ts;

export function lowerTaggedTemplate(context: FunctionLowering, node: ts.TaggedTemplateExpression): Value {
  const { callee, receiver } = lowerTag(context, skipOuter(node.tag));
  const { template } = node;
  const parts = ts.isTemplateExpression(template) ? [template.head, ...template.templateSpans.map(({ literal }) => literal)] : [template];
  const object = templateObject(context, node, parts);
  const values = ts.isTemplateExpression(template) ? template.templateSpans.map(({ expression }) => lowerExpression(context, expression)) : [];
  context.at(node.tag);
  return context.emit('js.call', [callee, receiver, object, ...values], { text: messageText(node.tag), typeArgs: context.unit.keys.typeArguments(node) });
}

function lowerTag(context: FunctionLowering, tag: ts.Expression): { callee: Value; receiver: Value } {
  if (ts.isPropertyAccessExpression(tag)) {
    if (tag.expression.kind === SyntaxKind.SuperKeyword) context.fail(tag, 'A tag that is a method of super', 'call it with the parts');
    const target = namespaceMember(context, tag);
    if (target) return { callee: readTarget(context, target, tag), receiver: context.constant('undefined') };
    const receiver = lowerExpression(context, tag.expression);
    return { callee: getProperty(context, tag, receiver), receiver };
  }
  if (ts.isElementAccessExpression(tag)) {
    const receiver = lowerExpression(context, tag.expression);
    return { callee: getElement(context, tag, receiver), receiver };
  }
  return { callee: lowerExpression(context, tag), receiver: context.constant('undefined') };
}

/** The same object whenever the place is reached: a module variable, filled on first use. */
function templateObject(context: FunctionLowering, node: ts.TaggedTemplateExpression, parts: readonly ts.TemplateLiteralLikeNode[]): Value {
  const { ssa, unit } = context;
  const { line, column } = positionOf(node.template, unit.file.source);
  const symbol = `${unit.module.name}#<template>@${line}:${column}`;
  unit.module.globals.set(symbol, { symbol, name: '', mutable: true });
  const result = context.temporary('template');
  const [first, join] = [ssa.newBlock(), ssa.newBlock()];
  context.at(node);
  const known = context.emit('js.global.get', [], { global: symbol });
  ssa.write(result, known);
  ssa.branch(context.emitBool('js.test', [known], { kind: 'hole' }), first, join);
  ssa.startSealed(first);
  const list = (texts: readonly (string | undefined)[]): Value =>
    context.emit('js.array', texts.map((text) => (text === undefined ? context.constant('undefined') : context.string(text))), { key: 'Array<string>' });
  const make = context.emit('js.global.get', [], { global: 'src/std/template-object#makeTemplate' });
  const made = context.emit('js.call', [make, context.constant('undefined'), list(parts.map(cookedText)), list(parts.map(rawText))], { text: '' });
  context.effect('js.global.set', [made], { global: symbol });
  ssa.write(result, made);
  ssa.jump(join);
  ssa.startSealed(join);
  return context.emit('js.refine', [ssa.read(result)], { kind: 'hole', is: false });
}

/** TypeScript's internal TokenFlags.ContainsInvalidEscape. */
const CONTAINS_INVALID_ESCAPE = 2048;

/** TV: undefined where an escape sequence means nothing. */
function cookedText(part: ts.TemplateLiteralLikeNode): string | undefined {
  const { templateFlags = 0 } = part as { templateFlags?: number };
  return (templateFlags & CONTAINS_INVALID_ESCAPE) !== 0 ? undefined : part.text;
}

/** TRV, 12.9.6.2: line breaks are line feeds. */
function rawText(part: ts.TemplateLiteralLikeNode): string {
  return (part.rawText ?? '').replace(/\r\n?/g, '\n');
}
