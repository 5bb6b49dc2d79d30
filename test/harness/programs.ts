/** The list of programs that node and toroc have to agree about: `apps/apps.json` and the corpus under `test/programs`. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

export interface TestProgram {
  /** `apps/hello` or `operators/remainder`. */
  name: string;
  /** The folder under `test/programs`, or `apps`. */
  feature: string;
  /** Entry file, relative to the repository's root. */
  entry: string;
  args: string[];
  /** Its arguments where each allocation collects: a smaller input, for programs that make many cells while many live. */
  chaosArgs: string[];
  /** Files and folders that go into the image, relative to the repository's root. */
  include: string[];
  /** The exit code that node must give; a corpus that fails everywhere for a slip in the program would agree with itself. */
  exit: number;
  /** Code of the diagnostic with which toroc refuses the program; null: it runs as under node. */
  refused: string | null;
  /** Exit code with which toroc stops the program, with a message, at a documented limit; null: it runs as under node. */
  stops: number | null;
  /** A known difference from node that is still to be mended; null: none. The test fails when the difference is gone. */
  pending: string | null;
}

interface AppRow {
  name: string;
  args: string[];
  chaosArgs?: string[];
  include: string[];
  exit?: number;
}

/** The applications of `apps/apps.json`. */
export function listApps(): TestProgram[] {
  const rows = JSON.parse(readFileSync(join(repositoryRoot, 'apps/apps.json'), 'utf8')) as AppRow[];
  return rows.map(({ name, args, chaosArgs, include, exit = 0 }) => ({ name: `apps/${name}`, feature: 'apps', entry: `apps/${name}.ts`, args, chaosArgs: chaosArgs ?? args, include, exit, refused: null, stops: null, pending: null }));
}

/** Every program of the corpus: each `.ts` file of a feature's folder, and each `main.ts` of a folder below it (a program of several modules). */
export function listCorpus(): TestProgram[] {
  const corpus = 'test/programs';
  const programs: TestProgram[] = [];
  for (const feature of readdirSync(join(repositoryRoot, corpus)).sort()) {
    for (const item of readdirSync(join(repositoryRoot, corpus, feature), { withFileTypes: true })) {
      const main = `${corpus}/${feature}/${item.name}/main.ts`;
      if (existsSync(join(repositoryRoot, main))) programs.push(describeProgram(`${feature}/${item.name}`, feature, main));
      else if (item.name.endsWith('.ts')) programs.push(describeProgram(`${feature}/${basename(item.name, '.ts')}`, feature, `${corpus}/${feature}/${item.name}`));
    }
  }
  return programs.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What a program needs stands in comments of its own: `// args: a b`, `// chaos-args: a` (args where each allocation collects), `// include: path`, `// exit: 3`, `// refused: TORO1001`, `// stops: 134`. */
function describeProgram(name: string, feature: string, entry: string): TestProgram {
  const text = readFileSync(join(repositoryRoot, entry), 'utf8');
  const line = (key: string): string | undefined => new RegExp(`^// ${key}: (.*)$`, 'm').exec(text)?.[1];
  const directive = (key: string): string[] => (line(key) ?? '').split(' ').filter((word) => word !== '');
  const args = directive('args');
  return {
    name, feature, entry, args, chaosArgs: line('chaos-args') === undefined ? args : directive('chaos-args'), include: directive('include'), exit: Number(directive('exit')[0] ?? 0),
    refused: directive('refused')[0] ?? null, stops: directive('stops')[0] === undefined ? null : Number(directive('stops')[0]),
    pending: directive('pending').join(' ') || null,
  };
}

/** All applications and the first program of each feature: what the slower targets run. */
export function selectOnePerFeature(programs: TestProgram[]): TestProgram[] {
  const seen = new Set<string>();
  return programs.filter(({ feature }) => !seen.has(feature) && seen.add(feature) !== undefined);
}
