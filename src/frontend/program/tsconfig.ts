/** Compiler options of an application: of the nearest tsconfig.json that covers the entry file, else strict, es2022, nodenext. */
import { dirname, join } from 'node:path';
import { ts } from '../typescript.ts';

export interface Configuration {
  options: ts.CompilerOptions;
  /** Directory of the tsconfig.json, else of the entry file: symbols are relative to it. */
  projectDirectory: string;
  diagnostics: readonly ts.Diagnostic[];
}

const DEFAULTS: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};

/** What toroc decides itself: the library is its own, and nothing is emitted. */
const FIXED: ts.CompilerOptions = {
  lib: ['lib.es2023.d.ts'],
  types: [],
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  composite: false,
  incremental: false,
  tsBuildInfoFile: undefined,
  declaration: false,
  declarationMap: false,
  isolatedDeclarations: false,
  outDir: undefined,
  rootDir: undefined,
};

export function readConfiguration(entry: string): Configuration {
  for (let directory = dirname(entry); ; directory = dirname(directory)) {
    const path = join(directory, 'tsconfig.json');
    if (ts.sys.fileExists(path)) {
      const found = parse(path, directory);
      if (found.fileNames.includes(entry)) return { options: { ...DEFAULTS, ...found.options, ...FIXED }, projectDirectory: directory, diagnostics: found.errors };
    }
    if (dirname(directory) === directory) break;
  }
  return { options: { ...DEFAULTS, ...FIXED }, projectDirectory: dirname(entry), diagnostics: [] };
}

function parse(path: string, directory: string): ts.ParsedCommandLine {
  const { config, error } = ts.readConfigFile(path, ts.sys.readFile);
  const parsed = ts.parseJsonConfigFileContent(config ?? {}, ts.sys, directory, undefined, path);
  return error ? { ...parsed, errors: [error, ...parsed.errors] } : parsed;
}
