/** The file system as the checker sees it. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
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
  return host;
}
