/** What a module exports, from its syntax: local bindings, and names that come from other modules. */
import type { FileBindings } from '../scopes/bindings.ts';
import { hasModifier, isAmbient } from '../scopes/binder.ts';
import { ts } from '../typescript.ts';

const { SyntaxKind } = ts;

export type Export =
  | { kind: 'local'; name: string }
  | { kind: 'from'; specifier: string; name: string }
  | { kind: 'namespace'; specifier: string };

export interface ExportTable {
  named: Map<string, Export>;
  /** Specifiers of `export * from`. */
  stars: string[];
}

export function exportsOf(file: FileBindings): ExportTable {
  const table: ExportTable = { named: new Map(), stars: [] };
  for (const statement of file.source.statements) {
    if (ts.isExportDeclaration(statement)) addDeclaration(table, statement);
    else if (ts.isExportAssignment(statement)) table.named.set('default', { kind: 'local', name: 'default' });
    else if (hasModifier(statement, SyntaxKind.ExportKeyword) && !isAmbient(statement)) addLocal(table, statement);
  }
  return table;
}

function addDeclaration(table: ExportTable, statement: ts.ExportDeclaration): void {
  if (statement.isTypeOnly) return;
  const { exportClause } = statement;
  const specifier = statement.moduleSpecifier ? (statement.moduleSpecifier as ts.StringLiteral).text : null;
  if (!exportClause) table.stars.push(specifier!);
  else if (ts.isNamespaceExport(exportClause)) table.named.set(exportClause.name.text, { kind: 'namespace', specifier: specifier! });
  else {
    for (const { name, propertyName, isTypeOnly } of exportClause.elements) {
      if (isTypeOnly) continue;
      const inner = (propertyName ?? name).text;
      table.named.set(name.text, specifier === null ? { kind: 'local', name: inner } : { kind: 'from', specifier, name: inner });
    }
  }
}

function addLocal(table: ExportTable, statement: ts.Statement): void {
  const add = (name: string): void => {
    const exported = hasModifier(statement, SyntaxKind.DefaultKeyword) ? 'default' : name;
    table.named.set(exported, { kind: 'local', name });
  };
  if (ts.isVariableStatement(statement)) for (const { name } of statement.declarationList.declarations) names(name, add);
  else if (ts.isFunctionDeclaration(statement) && statement.body) add(statement.name?.text ?? 'default');
  else if (ts.isClassDeclaration(statement)) add(statement.name?.text ?? 'default');
  else if (ts.isEnumDeclaration(statement)) add(statement.name.text);
}

function names(name: ts.BindingName, add: (name: string) => void): void {
  if (ts.isIdentifier(name)) add(name.text);
  else for (const element of name.elements) if (!ts.isOmittedExpression(element)) names(element.name, add);
}
