import { readFileSync } from 'node:fs';
import { CompileError, diagnostics } from './diagnostic.ts';
import { positionAt } from './source-position.ts';
import { ts } from './typescript.ts';

/**
 * The syntax tree of a file, a node a line, children indented below it, with positions and the text of leaves; tokens without text of
 * their own are left out.
 *
 *     FunctionDeclaration 3:1
 *       Identifier 3:10 area
 *
 * `name`: only the declarations of this name. Throws a CompileError where there are none.
 */
export function printSyntax(path: string, name?: string): string {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ESNext, true);
  const roots: ts.Node[] = name === undefined ? [source] : declarations(source, name);
  if (roots.length === 0) throw new CompileError([diagnostics.noSuchFunction(name!, 'ast', [...namesOf(source)])]);
  return roots.flatMap((root) => printNode(root, source, 0)).join('\n') + '\n';
}

/** Names of kinds; the enumeration also has names for the ends of ranges. */
const KIND_NAMES = new Map(Object.entries(ts.SyntaxKind).filter(([name]) => !/^(First|Last)[A-Z]|^\d/.test(name)).map(([name, kind]) => [kind as ts.SyntaxKind, name]));

function printNode(node: ts.Node, source: ts.SourceFile, depth: number): string[] {
  const { line, column } = positionAt(node.getStart(source), source);
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  const text = children.length === 0 && !ts.isSourceFile(node) ? ` ${node.getText(source).replaceAll('\n', '\\n')}` : '';
  const head = `${'  '.repeat(depth)}${KIND_NAMES.get(node.kind)} ${line}:${column}${text}`;
  return [head, ...children.flatMap((child) => printNode(child, source, depth + 1))];
}

function declarationName(node: ts.Node): string | undefined {
  const named = node as ts.NamedDeclaration;
  if (!ts.isFunctionLike(node) && !ts.isClassLike(node) && !ts.isVariableDeclaration(node)) return undefined;
  return named.name && ts.isIdentifier(named.name) ? named.name.text : undefined;
}

function declarations(source: ts.SourceFile, name: string): ts.Node[] {
  const found: ts.Node[] = [];
  visit(source, (node) => {
    if (declarationName(node) === name) found.push(node);
  });
  return found;
}

function namesOf(source: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  visit(source, (node) => {
    const name = declarationName(node);
    if (name !== undefined) names.add(name);
  });
  return names;
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}
