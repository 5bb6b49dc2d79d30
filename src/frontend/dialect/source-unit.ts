/**
 * A dialect or layout source: its declarations by name, and where its imports lead. Types are read from the annotations alone;
 * that they fit together is tsc's business (tsconfig.dialect.json).
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { packageFile, packageRoot } from '../../host/package-root.ts';
import { diagnostics } from '../diagnostic.ts';
import { refuse, spanOf } from '../source-position.ts';
import { symbolOfFile } from '../symbols.ts';
import { ts } from '../typescript.ts';
import { type MachineType, type ResultType, typeOfAnnotation } from './types.ts';

export type Target = 'toro' | 'linux';

/** A function of the dialect, or a hook. */
export interface DialectFunction {
  name: string;
  symbol: string;
  node: ts.FunctionDeclaration;
  unit: SourceUnit;
  /** JSDoc tags: `noalloc`, `alloc`, `relaxed`, `noinline`, and `symbol`'s text. */
  tags: ReadonlyMap<string, string>;
}

/** A `const` or `let` of a module. */
export interface ModuleVariable {
  name: string;
  symbol: string;
  node: ts.VariableDeclaration;
  constant: boolean;
  unit: SourceUnit;
}

export interface Signature {
  params: { name: string; type: MachineType }[];
  result: ResultType;
}

export type Declaration =
  | { kind: 'function'; function: DialectFunction }
  | { kind: 'variable'; variable: ModuleVariable }
  | { kind: 'intrinsic'; name: string };

export interface SourceUnit {
  source: ts.SourceFile;
  /** Path relative to the package's root without `.ts`, e.g. `src/runtime/string`. */
  name: string;
  functions: Map<string, DialectFunction>;
  variables: Map<string, ModuleVariable>;
  aliases: Map<string, ts.TypeNode>;
  imports: Map<string, { from: string; name: string; node: ts.Node }>;
  /** Absolute paths of imported sources, in order. */
  imported: string[];
}

const PLATFORM: Readonly<Record<Target, string>> = { toro: 'src/kernel/platform.ts', linux: 'src/platform-linux/platform.ts' };
export const HOOKS_FILE = 'src/machine/fake-hooks.ts';
const MACHINE = 'toro:machine';

/** The sources of one lowering, parsed once each. */
export class SourceUnits {
  private readonly units = new Map<string, SourceUnit>();
  private readonly target: Target;

  constructor(target: Target) {
    this.target = target;
  }

  load(path: string): SourceUnit {
    const known = this.units.get(path);
    if (known) return known;
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
    const unit: SourceUnit = {
      source,
      name: symbolOfFile(path, packageRoot()),
      functions: new Map(),
      variables: new Map(),
      aliases: new Map(),
      imports: new Map(),
      imported: [],
    };
    this.units.set(path, unit);
    for (const statement of source.statements) this.declare(unit, statement);
    return unit;
  }

  /** What a name of the module's top level means; undefined: it isn't declared. */
  resolve(unit: SourceUnit, name: string): Declaration | undefined {
    const func = unit.functions.get(name);
    if (func) return { kind: 'function', function: func };
    const variable = unit.variables.get(name);
    if (variable) return { kind: 'variable', variable };
    const imported = unit.imports.get(name);
    if (!imported) return undefined;
    if (imported.from === MACHINE) return { kind: 'intrinsic', name: imported.name };
    const target = this.resolve(this.load(imported.from), imported.name);
    if (!target) refuse(diagnostics.dialect(spanOf(imported.node, unit.source), `'${imported.name}' is not declared in '${imported.from}'.`));
    return target;
  }

  private declare(unit: SourceUnit, statement: ts.Statement): void {
    if (ts.isImportDeclaration(statement)) this.declareImport(unit, statement);
    else if (ts.isFunctionDeclaration(statement)) {
      const name = statement.name?.text ?? 'default';
      const tags = new Map(
        ts.getJSDocTags(statement).map((tag) => [tag.tagName.text, (ts.getTextOfJSDocComment(tag.comment) ?? '').trim()]),
      );
      const hook = unit.name === symbolOfFile(packageFile(HOOKS_FILE), packageRoot());
      const symbol = hook ? `toro:hooks#${name}` : `${unit.name}#${name}`;
      unit.functions.set(name, { name, symbol, node: statement, unit, tags });
    } else if (ts.isVariableStatement(statement)) {
      const constant = (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
      for (const node of statement.declarationList.declarations) {
        if (!ts.isIdentifier(node.name)) continue;
        const name = node.name.text;
        unit.variables.set(name, { name, symbol: `${unit.name}#${name}`, node, constant, unit });
      }
    } else if (ts.isTypeAliasDeclaration(statement)) unit.aliases.set(statement.name.text, statement.type);
  }

  private declareImport(unit: SourceUnit, statement: ts.ImportDeclaration): void {
    const { importClause, moduleSpecifier } = statement;
    const from = this.resolveSpecifier(unit, moduleSpecifier as ts.StringLiteral);
    const bindings = importClause?.namedBindings;
    if (importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return;
    if (!bindings || !ts.isNamedImports(bindings))
      refuse(diagnostics.dialect(spanOf(statement, unit.source), 'The systems dialect imports names only.', "write import { name } from '…'"));
    for (const element of bindings.elements) {
      if (element.isTypeOnly) continue;
      unit.imports.set(element.name.text, { from, name: (element.propertyName ?? element.name).text, node: element });
    }
    if (from !== MACHINE && !unit.imported.includes(from)) unit.imported.push(from);
  }

  private resolveSpecifier(unit: SourceUnit, specifier: ts.StringLiteral): string {
    const { text } = specifier;
    if (text === MACHINE) return MACHINE;
    if (text === 'toro:hooks') return packageFile(HOOKS_FILE);
    const path =
      text === 'toro:platform' ? packageFile(PLATFORM[this.target]) : resolve(dirname(unit.source.fileName), text);
    if (text !== 'toro:platform' && !text.startsWith('.'))
      refuse(diagnostics.dialect(spanOf(specifier, unit.source), `The systems dialect cannot import '${text}'.`, 'import dialect or layout modules by relative path'));
    if (!existsSync(path)) refuse(diagnostics.dialect(spanOf(specifier, unit.source), `Cannot find '${text}' (looked for ${join(path)}).`));
    return path;
  }
}

/** Machine types of parameters and result, from the annotations. */
export function signatureOf({ node, unit }: DialectFunction): Signature {
  const refused = node.modifiers?.find(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword || kind === ts.SyntaxKind.DefaultKeyword);
  if (refused || node.asteriskToken || node.typeParameters || !node.name)
    refuse(diagnostics.dialect(spanOf(node.name ?? node, unit.source), 'Generators, async, generic and default functions are not in the systems dialect.'));
  const params = node.parameters.map((param) => {
    if (!ts.isIdentifier(param.name) || param.initializer || param.questionToken || param.dotDotDotToken)
      refuse(diagnostics.dialect(spanOf(param, unit.source), 'A parameter of the systems dialect is a name with a machine type.'));
    const type = param.type && typeOfAnnotation(param.type, unit.aliases);
    if (!type || type === 'void' || type === 'never')
      refuse(diagnostics.dialect(spanOf(param, unit.source), `The parameter '${param.name.text}' needs a machine type.`, 'annotate it with u8 … i64, addr, number, boolean, ref or value'));
    return { name: param.name.text, type };
  });
  const result = node.type ? typeOfAnnotation(node.type, unit.aliases) : null;
  if (!result) refuse(diagnostics.dialect(spanOf(node.name, unit.source), 'The result needs a machine type, void or never.', 'annotate the function'));
  return { params, result };
}

/** Layout modules hold constants for the compiler too: they are folded, and no code is made of them. */
export function isLayoutFile(path: string): boolean {
  return path.startsWith(packageFile('src/layout'));
}
