/** The file system as the checker sees it. ts-morph's copy of the compiler comes without lib files: typescript's own are used. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ts } from '../typescript.ts';

let libraryFolder: string | undefined;

function libraries(): string {
  return (libraryFolder ??= join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'lib'));
}

export function createHost(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true);
  host.getDefaultLibLocation = libraries;
  host.getDefaultLibFileName = () => join(libraries(), 'lib.es2023.d.ts');
  return host;
}
