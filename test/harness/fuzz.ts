/** Generates programs, compares what toroc makes of them with node, and names those that differ. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { generateProgram } from '../generator/generate.ts';
import { type MinimiseOptions, minimise } from '../generator/minimise.ts';
import { describeDifference } from './compare.ts';
import { type Outcome, execute } from './execute.ts';
import { emitJavaScript, javaScriptPath } from './oracle.ts';
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
  /** How it failed: minimising keeps to it. */
  kind: 'refused' | 'crashed' | 'differs';
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
    if (await batchAgrees(seeds, variant)) continue;
    for (const single of seeds) {
      const failure = await compareOne(generateProgram(optionsOfSeed(single), true), `seed-${single}`, variant);
      if (failure) yield { seed: single, ...failure };
    }
  }
}

/** Whether a program of all these seeds does as node does. Where it doesn't, the seeds have to be tried one by one. */
async function batchAgrees(seeds: readonly number[], variant: BuildVariant): Promise<boolean> {
  const folder = `${fuzzFolder}/batch-${seeds[0]}-${process.pid}`;
  mkdirSync(join(repositoryRoot, folder), { recursive: true });
  for (const seed of seeds) writeFileSync(join(repositoryRoot, folder, `p${seed}.ts`), generateProgram(optionsOfSeed(seed)));
  const imports = seeds.map((seed) => `import { run as run${seed} } from './p${seed}.js';`);
  const calls = seeds.map((seed) => `console.log('=== ${seed}');\nrun${seed}();`);
  const entry = `${folder}/main.ts`;
  writeFileSync(join(repositoryRoot, entry), `${imports.join('\n')}\n\n${calls.join('\n')}\n`);
  try {
    emitJavaScript([entry]);
    const expected = await execute(process.execPath, [javaScriptPath(entry)], { cwd: repositoryRoot, timeoutMs: runTimeoutMs });
    if (expected.exit !== 0) throw new Error(`node fails on the generated programs ${seeds[0]} to ${seeds.at(-1)}: ${expected.stderr}`);
    const executable = await compile({ entry, args: [], include: [] }, 'linux', variant);
    const actual = await runHosted(executable, [], runTimeoutMs);
    rmSync(executable, { force: true });
    return actual.stdout === expected.stdout && actual.exit === 0;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('node fails')) throw error;
    return false;
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
  let executable: string;
  try {
    executable = await compile({ entry, args: [], include: [] }, 'linux', variant);
  } catch (error) {
    return { kind: 'refused', description: error instanceof Error ? error.message : String(error) };
  }
  const actual = await runHosted(executable, [], runTimeoutMs);
  rmSync(executable, { force: true });
  const description = describeDifference({ ...expected, userFiles: [`${name}.ts`] }, actual);
  if (description === undefined) return undefined;
  return { kind: typeof actual.exit === 'string' || actual.exit !== expected.exit ? 'crashed' : 'differs', description };
}

/** Single modules need no program and no checker: types are stripped file by file. */
async function runUnderNode(text: string, name: string): Promise<Outcome> {
  const path = join(repositoryRoot, fuzzFolder, `${name}.mjs`);
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  writeFileSync(path, ts.transpileModule(text, { compilerOptions, reportDiagnostics: false }).outputText);
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
