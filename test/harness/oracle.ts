/**
 * Asks node what a program prints: compiles it with `tsc`'s API as a user without a tsconfig would (strict, es2022, nodenext, source maps),
 * runs it, and keeps the answer under `build/oracle`, by the hash of all that it depends on.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { type Outcome, boundedConcurrency, execute } from './execute.ts';
import { type TestProgram, repositoryRoot } from './programs.ts';

const oracleFolder = join(repositoryRoot, 'build/oracle');
const nodeTimeoutMs = 60_000;
const limited = boundedConcurrency(2);

export const compilerOptions: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ['node'],
  typeRoots: [join(repositoryRoot, 'node_modules/@types')],
  skipLibCheck: true,
  sourceMap: true,
  rootDir: repositoryRoot,
  outDir: join(oracleFolder, 'js'),
};

export type Program = Pick<TestProgram, 'entry' | 'args' | 'include'>;

/** What node printed and how it ended; `userFiles` are the base names of the program's modules. */
export interface Expectation extends Outcome {
  userFiles: string[];
}

/** The modules of a program, entry first, relative to the root: the transitive closure of its relative imports. */
export function listModules(entry: string): string[] {
  const modules = [entry];
  for (const module of modules) {
    for (const { fileName } of ts.preProcessFile(readFileSync(join(repositoryRoot, module), 'utf8')).importedFiles) {
      if (!fileName.startsWith('.')) continue;
      const imported = join(dirname(module), fileName.replace(/\.js$/, '.ts'));
      if (!modules.includes(imported)) modules.push(imported);
    }
  }
  return modules;
}

const sourceFiles = new Map<string, ts.SourceFile>();

/** A compiler host that parses the library's declarations once per process. */
function createHost(): ts.CompilerHost {
  const host = ts.createCompilerHost(compilerOptions);
  const parse = host.getSourceFile;
  host.getSourceFile = (fileName, ...rest) => {
    if (!fileName.includes('/node_modules/')) return parse(fileName, ...rest);
    const known = sourceFiles.get(fileName) ?? parse(fileName, ...rest);
    if (known) sourceFiles.set(fileName, known);
    return known;
  };
  return host;
}

/** Type errors of the programs, as `tsc` prints them; empty if there are none. */
export function typeCheck(entries: readonly string[]): string {
  const program = ts.createProgram(entries.map((entry) => join(repositoryRoot, entry)), { ...compilerOptions, noEmit: true }, createHost());
  return formatDiagnostics(ts.getPreEmitDiagnostics(program));
}

function formatDiagnostics(diagnostics: readonly ts.Diagnostic[]): string {
  return ts.formatDiagnostics(diagnostics, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => repositoryRoot, getNewLine: () => '\n' });
}

/** Writes JavaScript and source maps of the programs under `build/oracle/js`. Throws on a syntax error. */
export function emitJavaScript(entries: readonly string[]): void {
  const program = ts.createProgram(entries.map((entry) => join(repositoryRoot, entry)), compilerOptions, createHost());
  const syntaxErrors = program.getSyntacticDiagnostics();
  if (syntaxErrors.length > 0) throw new Error(formatDiagnostics(syntaxErrors));
  program.emit(undefined, writeAtomically);
  // What node decides from `type` of the nearest package.json.
  for (const entry of entries) {
    const manifest = manifestOf(entry);
    if (manifest) writeAtomically(join(oracleFolder, 'js', manifest), readFileSync(join(repositoryRoot, manifest), 'utf8'));
  }
}

/** A path that another process may read at any time gets its new content in one step. */
function writeAtomically(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

/** The package.json beside an entry file. */
function manifestOf(entry: string): string | undefined {
  const path = join(dirname(entry), 'package.json');
  return dirname(entry) !== '.' && existsSync(join(repositoryRoot, path)) ? path : undefined;
}

export function javaScriptPath(entry: string): string {
  return join(oracleFolder, 'js', entry.replace(/\.ts$/, '.js'));
}

function hashFiles(hash: ReturnType<typeof createHash>, path: string): void {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) hashFiles(hash, join(path, name));
  } else {
    hash.update(`${relative(repositoryRoot, path)}\0`).update(readFileSync(path)).update('\0');
  }
}

function resultPath(program: Program, variant: string): string {
  const hash = createHash('sha256').update(JSON.stringify([process.version, ts.version, program.args, variant]));
  for (const path of [...listModules(program.entry), ...program.include, manifestOf(program.entry) ?? []].flat()) hashFiles(hash, join(repositoryRoot, path));
  return join(oracleFolder, 'results', `${hash.digest('hex')}.json`);
}

/**
 * Node's outcome for each program. Those that are not known yet are compiled together (one start of the checker for all) and run two at a
 * time. `variant` 'merged' has stderr's text within stdout's, in order, as a serial line has it.
 */
export async function askNode(programs: readonly Program[], variant: 'apart' | 'merged' = 'apart'): Promise<Expectation[]> {
  const paths = programs.map((program) => resultPath(program, variant));
  const missing = programs.filter((_, index) => !existsSync(paths[index]));
  if (missing.length > 0) emitJavaScript(missing.map(({ entry }) => entry));
  return Promise.all(
    programs.map(async (program, index) => {
      if (existsSync(paths[index])) return JSON.parse(readFileSync(paths[index], 'utf8')) as Expectation;
      const outcome = await limited(() => runNode(program, variant));
      if (outcome.timedOut) throw new Error(`${program.entry} does not end under node`);
      const expectation: Expectation = { ...outcome, userFiles: listModules(program.entry).map((path) => basename(path)) };
      writeAtomically(paths[index], JSON.stringify(expectation));
      return expectation;
    }),
  );
}

function runNode({ entry, args }: Program, variant: 'apart' | 'merged'): Promise<Outcome> {
  const command = [process.execPath, '--enable-source-maps', javaScriptPath(entry), ...args];
  // NODE_OPTIONS and vitest's variables would change what node prints (colours, say).
  const options = { cwd: repositoryRoot, timeoutMs: nodeTimeoutMs, env: { NODE_OPTIONS: undefined, NO_COLOR: undefined, FORCE_COLOR: undefined } };
  if (variant === 'apart') return execute(command[0], command.slice(1), options);
  return execute('sh', ['-c', 'exec "$@" 2>&1', 'sh', ...command], options);
}
