/** Generates programs, compares what toroc makes of them with node, and names those that differ. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { generateProgram } from '../generator/generate.ts';
import { type MinimiseOptions, minimise } from '../generator/minimise.ts';
import { describeDifference } from './compare.ts';
import { type Outcome, execute } from './execute.ts';
import { repositoryRoot } from './programs.ts';
import { type BuildVariant, compile, runHosted } from './toroc.ts';

export interface FuzzOptions {
  firstSeed: number;
  count: number;
  /** Programs that are compiled together, as modules of one. */
  batchSize: number;
  variant: BuildVariant;
}

export interface Failure {
  seed: number;
  /** How it failed: minimising keeps to it. `together`: the programs of a batch, of which this is the first seed, do as node does one by one. */
  kind: 'refused' | 'crashed' | 'differs' | 'together';
  description: string;
}

const runTimeoutMs = 30_000;
const fuzzFolder = 'build/fuzz';

/** Every second program lies about its types. */
export const optionsOfSeed = (seed: number): { seed: number; lies: boolean } => ({ seed, lies: seed % 2 === 1 });

/** Runs all seeds; reports failures as they are found. */
export async function* fuzz({ firstSeed, count, batchSize, variant }: FuzzOptions): AsyncGenerator<Failure> {
  for (let seed = firstSeed; seed < firstSeed + count; seed += batchSize) {
    const seeds = Array.from({ length: Math.min(batchSize, firstSeed + count - seed) }, (_, index) => seed + index);
    const different = await compareBatch(seeds, variant);
    if (different === undefined) continue;
    let culprits = 0;
    for (const single of seeds) {
      const failure = await compareOne(generateProgram(optionsOfSeed(single), true), `seed-${single}`, variant);
      if (!failure) continue;
      culprits++;
      yield { seed: single, ...failure };
    }
    if (culprits === 0) yield { seed, kind: 'together', description: `seeds ${seed} to ${seeds.at(-1)}: ${different}` };
  }
}

/** Compares one program of all these seeds. Undefined if toroc does as node does, else how not; then the seeds have to be tried one by one. */
async function compareBatch(seeds: readonly number[], variant: BuildVariant): Promise<string | undefined> {
  const folder = `${fuzzFolder}/batch-${seeds[0]}-${process.pid}`;
  mkdirSync(join(repositoryRoot, folder), { recursive: true });
  const write = (name: string, text: string): void => {
    writeFileSync(join(repositoryRoot, folder, `${name}.ts`), text);
    writeFileSync(join(repositoryRoot, folder, `${name}.js`), stripTypes(text));
  };
  for (const seed of seeds) write(`p${seed}`, generateProgram(optionsOfSeed(seed)));
  const imports = seeds.map((seed) => `import { run as run${seed} } from './p${seed}.js';`);
  const calls = seeds.map((seed) => `console.log('=== ${seed}');\nrun${seed}();`);
  write('main', `${imports.join('\n')}\n\n${calls.join('\n')}\n`);
  const entry = `${folder}/main.ts`;
  try {
    const expected = await execute(process.execPath, [join(folder, 'main.js')], { cwd: repositoryRoot, timeoutMs: runTimeoutMs });
    if (expected.exit !== 0) throw new Error(`node fails on the generated programs ${seeds[0]} to ${seeds.at(-1)}: ${expected.stderr}`);
    const compiled = await compileOrRefusal(entry, variant);
    return 'refusal' in compiled ? compiled.refusal : describeDifference({ ...expected, userFiles: [] }, await runOnce(compiled.executable));
  } finally {
    rmSync(join(repositoryRoot, folder), { recursive: true, force: true });
  }
}

/** Compares one program of one module. Undefined if toroc does as node does, or node itself cannot run it. */
export async function compareOne(text: string, name: string, variant: BuildVariant): Promise<Omit<Failure, 'seed'> | undefined> {
  mkdirSync(join(repositoryRoot, fuzzFolder), { recursive: true });
  const entry = `${fuzzFolder}/${name}.ts`;
  writeFileSync(join(repositoryRoot, entry), text);
  const expected = await runUnderNode(text, name);
  if (expected.timedOut || /SyntaxError|ReferenceError/.test(expected.stderr)) return undefined;
  const compiled = await compileOrRefusal(entry, variant);
  if ('refusal' in compiled) return { kind: 'refused', description: compiled.refusal };
  const actual = await runOnce(compiled.executable);
  const description = describeDifference({ ...expected, userFiles: [`${name}.ts`] }, actual);
  if (description === undefined) return undefined;
  return { kind: typeof actual.exit === 'string' || actual.exit !== expected.exit ? 'crashed' : 'differs', description };
}

async function compileOrRefusal(entry: string, variant: BuildVariant): Promise<{ executable: string } | { refusal: string }> {
  try {
    return { executable: await compile({ entry, args: [], include: [] }, 'linux', variant) };
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : String(error) };
  }
}

async function runOnce(executable: string): Promise<Outcome> {
  const outcome = await runHosted(executable, [], runTimeoutMs);
  rmSync(executable, { force: true });
  return outcome;
}

/** Generated modules need no checker to become JavaScript: types are stripped file by file. */
function stripTypes(text: string): string {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(text, { compilerOptions, reportDiagnostics: false }).outputText;
}

async function runUnderNode(text: string, name: string): Promise<Outcome> {
  const path = join(repositoryRoot, fuzzFolder, `${name}.mjs`);
  writeFileSync(path, stripTypes(text));
  return execute(process.execPath, [path], { cwd: repositoryRoot, timeoutMs: runTimeoutMs });
}

/** The first line of a refusal: its code and the construct, without the place. */
const refusal = (description: string): string => /TORO\d+|TS\d+/.exec(description)?.[0] ?? description.split('\n')[0];

/** A smaller program that fails in the same way. */
export async function minimiseFailure({ seed, kind, description }: Failure, variant: BuildVariant, limitMs: number): Promise<string> {
  const isFailing: MinimiseOptions['isFailing'] = async (text) => {
    const failure = await compareOne(text, `minimise-${seed}`, variant);
    if (failure?.kind !== kind) return false;
    return kind !== 'refused' || refusal(failure.description) === refusal(description);
  };
  return minimise(generateProgram(optionsOfSeed(seed), true), { isFailing, deadlineMs: Date.now() + limitMs });
}
