import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The ambient types, and a program that is checked with them. */
function check(source: string): { program: ts.Program; messages: string[] } {
  const options: ts.CompilerOptions = {
    strict: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, lib: ['lib.es2023.d.ts'], types: [], noEmit: true, allowImportingTsExtensions: true,
  };
  const host = ts.createCompilerHost(options);
  const path = `${root}types/program.ts`;
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.getSourceFile = (name, ...rest) => (name === path ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest));
  const { readFile } = host;
  host.readFile = (name) => (name === path ? source : readFile(name));
  const program = ts.createProgram([path, `${root}types/index.d.ts`], options, host);
  return { program, messages: ts.getPreEmitDiagnostics(program).map((d) => ts.flattenDiagnosticMessageText(d.messageText, '\n')) };
}

describe('types', () => {
  it('check programs', () => {
    const { messages } = check(`
      import fs, { readFileSync } from 'node:fs';
      import { argv } from 'node:process';
      import { performance as clock } from 'node:perf_hooks';
      import { setTimeout as later } from 'timers';
      import { inspect } from 'node:util';
      console.log('%s', readFileSync('a', 'utf8').length, fs.readFileSync('b').toString('hex'), argv[2], clock.now(), inspect({}));
      const timer: NodeJS.Timeout = setTimeout((a: number) => console.error(a), 5, 3);
      clearTimeout(timer);
      later(() => process.exit(1));
      setImmediate(() => queueMicrotask(() => process.nextTick(console.warn)));
      process.exitCode = 2;
      process.stdout.write('x');
      const map = new Map<string, number>([['a', 1]]);
      export const sorted = [...map.keys()].toSorted();
    `);
    expect(messages).toEqual([]);
  });

  it('refuse what node has and this library lacks', () => {
    for (const source of ["fetch('x')", "Buffer.from('x')", 'document.title', "console.table([])", "process.cwd()", 'structuredClone(1)', "import { writeFileSync } from 'node:fs'; writeFileSync('a', 'b')",
      "import http from 'node:http'; http", "setTimeout('code')"]) {
      expect(check(source).messages.length, source).toBeGreaterThan(0);
    }
  });

  it('declare nothing that the library lacks', async () => {
    const { program } = check('export {}');
    const checker = program.getTypeChecker();
    const globals = (await import('../../src/std/globals.ts')) as unknown as Record<string, unknown>;
    const lacking: string[] = [];
    const compare = (name: string, type: ts.Type, holder: Record<string, unknown>) => {
      for (const property of type.getProperties()) {
        const key = property.name.startsWith('__@') ? `Symbol.${property.name.slice(3).split('@')[0]}` : property.name;
        const inClass = typeof holder === 'function' && (key in (holder as { prototype: object }).prototype || key === 'Symbol.toPrimitive');
        if (!(key in holder) && !(`get_${key}` in holder) && !inClass) lacking.push(`${name}.${key}`);
      }
    };
    for (const file of program.getSourceFiles().filter((file) => file.fileName.startsWith(`${root}types/`) || file.fileName.includes('/types/'))) {
      for (const statement of file.statements) {
        if (ts.isModuleDeclaration(statement) && ts.isStringLiteral(statement.name) && statement.name.text.startsWith('node:')) {
          const module = (await import(`../../src/std/node/${statement.name.text.slice(5)}.ts`)) as Record<string, unknown>;
          const symbol = checker.getSymbolAtLocation(statement.name)!;
          for (const exported of checker.getExportsOfModule(symbol)) if (!(exported.name in module) && !(`get_${exported.name}` in module)) lacking.push(`${statement.name.text}.${exported.name}`);
        }
        const names = ts.isVariableStatement(statement) ? statement.declarationList.declarations.map((d) => d.name) : ts.isFunctionDeclaration(statement) ? [statement.name!] : [];
        for (const name of names as ts.Identifier[]) {
          const holder = globals[name.text];
          if (holder === undefined) lacking.push(name.text);
          else if (ts.isVariableStatement(statement)) compare(name.text, checker.getTypeAtLocation(name), holder as Record<string, unknown>);
        }
      }
    }
    const { Timeout } = await import('../../src/std/timers.ts');
    expect(Object.getOwnPropertyNames(Timeout.prototype)).toEqual(expect.arrayContaining(['close', 'hasRef', 'ref', 'refresh', 'unref']));
    expect(lacking).toEqual([]);
  });
});
