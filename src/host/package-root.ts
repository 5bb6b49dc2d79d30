/**
 * Where toroc's own files lie. The compiler runs from `dist/src` (installed, or built in a checkout) and from `src`
 * (under vitest); dialect, library and assembly sources are read from the package root in both cases.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

interface PackageManifest {
  name: string;
  version: string;
}

const ownDirectory = dirname(fileURLToPath(import.meta.url));
/** `dist/src` or `src`: the tree of the compiler's program files. */
const programTree = dirname(ownDirectory);
let found: { root: string; manifest: PackageManifest } | undefined;

function locate(): { root: string; manifest: PackageManifest } {
  for (let directory = ownDirectory; ; directory = dirname(directory)) {
    const path = join(directory, 'package.json');
    if (existsSync(path)) {
      const manifest = JSON.parse(readFileSync(path, 'utf8')) as PackageManifest;
      if (manifest.name === 'toroc') return { root: directory, manifest };
    }
    if (dirname(directory) === directory) throw new Error(`no package.json of toroc above ${ownDirectory}`);
  }
}

/** Absolute path of the directory that holds toroc's package.json. */
export function packageRoot(): string {
  return (found ??= locate()).root;
}

/** Absolute path of a file of the package, e.g. `packageFile('src/std/console.ts')`. */
export function packageFile(path: string): string {
  return join(packageRoot(), path);
}

export function packageVersion(): string {
  return (found ??= locate()).manifest.version;
}

/** Of the compiler API (ts-morph carries it) and of the lib files. Read, not asked of the packages, which take long to load. */
function typeScriptVersions(): string {
  const require = createRequire(import.meta.url);
  return ['ts-morph', 'typescript'].map((name) => `${name} ${(require(`${name}/package.json`) as PackageManifest).version}`).join(' ');
}

let identity: string | undefined;

/**
 * Hex SHA-256 over the versions of the compiler and of TypeScript and the content of the compiler's own program files: what a cached result
 * depends on beside its inputs. Content and not the version alone, since a checkout changes between releases.
 */
export function compilerIdentity(): string {
  if (identity !== undefined) return identity;
  const hash = createHash('sha256').update(`${packageVersion()} ${typeScriptVersions()}\n`);
  const programFile = /\.(js|ts|asm|ld)$/;
  const files = readdirSync(programTree, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && programFile.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${relative(programTree, file)} ${content.length}\n`).update(content);
  }
  return (identity = hash.digest('hex'));
}
