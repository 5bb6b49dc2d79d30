/** The file system as the checker sees it. */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { packageFile } from '../../host/package-root.ts';
import { ts } from '../typescript.ts';

let libraryFolder: string | undefined;

function libraries(): string {
  return (libraryFolder ??= join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'lib'));
}

export function createHost(options: ts.CompilerOptions): ts.CompilerHost {
  // The binder sets parents; only a checker that has begun binds, so nothing may look at a node's parent before.
  const host = ts.createCompilerHost(options, false);
  // As tsc does: of JSDoc comments, which are most of the lib files, those that can carry a type error.
  host.jsDocParsingMode = ts.JSDocParsingMode.ParseForTypeErrors;
  host.getDefaultLibLocation = libraries;
  host.getDefaultLibFileName = () => join(libraries(), 'lib.es2023.d.ts');
  const parse = host.getSourceFile;
  host.getSourceFile = (path, languageVersionOrOptions, ...rest) => {
    if (!isDeclarationOfPackage(path)) return parse(path, languageVersionOrOptions, ...rest);
    const key = `${path} ${declarationSettings(languageVersionOrOptions)}`;
    const found = declarations.get(key) ?? parse(path, languageVersionOrOptions, ...rest);
    if (found) declarations.set(key, found);
    return found;
  };
  return host;
}

/** Syntax trees of the declarations that every program has: a process that compiles several programs parses them once. */
const declarations = new Map<string, ts.SourceFile>();

/** Files that don't change while the compiler runs. */
function isDeclarationOfPackage(path: string): boolean {
  return path.endsWith('.d.ts') && [libraries(), packageFile('types')].some((folder) => path.startsWith(folder + sep));
}

function declarationSettings(settings: ts.ScriptTarget | ts.CreateSourceFileOptions): string {
  const { languageVersion, impliedNodeFormat } = typeof settings === 'object' ? settings : { languageVersion: settings };
  return `${languageVersion} ${impliedNodeFormat}`;
}
