import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot, packageVersion } from '../../src/host/package-root.ts';
import { builtModule } from './toroc-command.ts';

/** Files that the installed compiler reads beside its own program. */
const neededFiles = [
  ...['dist/src/cli/main.js', 'src/machine/index.ts', 'src/layout/core.inc', 'src/multiboot/boot.asm', 'src/multiboot/toro.ld'],
  ...['src/runtime-asm/linux-start.asm', 'src/platform-linux/linux.ld'],
];

const directory = mkdtempSync(join(tmpdir(), 'toroc-package-test-'));
const elsewhere = join(directory, 'elsewhere');
let packedFiles: string[];

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Contents of a compile cache, behind their digests. */
function entriesOf(cache: string): Buffer[] {
  return readdirSync(cache, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes(sep)).map((name) => readFileSync(join(cache, name)).subarray(32));
}

beforeAll(() => {
  builtModule('cli/main.js');
  mkdirSync(elsewhere);
  // Without scripts: dist is built, and a build would replace it while other tests run it.
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', directory], packageRoot()));
  packedFiles = packed.files.map(({ path }: { path: string }) => path);
  run('npm', ['install', '--prefix', elsewhere, '--prefer-offline', '--no-audit', '--no-fund', join(directory, packed.filename)], elsewhere);
}, 180_000);

afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe('what npm pack gives, installed in an empty folder elsewhere', { timeout: 60_000 }, () => {
  test('is this version', () => {
    expect(run('npx', ['--no-install', 'toroc', '--version'], elsewhere).trim()).toBe(packageVersion());
  });

  test('has all that the compiler reads, and nothing that only the repository needs', () => {
    for (const file of neededFiles) expect(existsSync(join(elsewhere, 'node_modules/toroc', file)), file).toBe(true);
    expect(packedFiles.filter((path) => /^(test|apps|scripts|docs)\//.test(path))).toEqual([]);
  });

  test('comes with the library in lowered form, which a build uses', () => {
    writeFileSync(join(elsewhere, 'app.ts'), "console.log('hello');\n");
    for (const target of ['toro', 'linux']) {
      const cache = join(directory, `cache-${target}`);
      execFileSync('npx', ['--no-install', 'toroc', 'build', 'app.ts', '-o', 'out', '--target', target], { cwd: elsewhere, env: { ...process.env, TOROC_CACHE: cache } });
      // What is lowered is put into the cache; nothing was but objects of hand-written assembly.
      const contents = entriesOf(cache);
      expect(contents.length).toBeGreaterThan(0);
      expect(contents.filter((content) => content.toString('latin1', 0, 4) !== '\x7fELF')).toEqual([]);
    }
  });

  test('sees a source of the library that was changed since', () => {
    writeFileSync(join(elsewhere, 'app.ts'), "console.log(Number.isNaN(0));\n");
    const printed = (cache: string): string => {
      execFileSync('npx', ['--no-install', 'toroc', 'build', 'app.ts', '-o', 'out', '--target', 'linux'], { cwd: elsewhere, env: { ...process.env, TOROC_CACHE: join(directory, cache) } });
      return run(join(elsewhere, 'out'), [], elsewhere);
    };
    const source = join(elsewhere, 'node_modules/toroc/src/std/number.ts');
    const original = readFileSync(source, 'utf8');
    expect(printed('unchanged')).toBe('false\n');
    writeFileSync(source, original.replace(/(export function isNaN\([^)]*\)[^{]*\{)/, '$1\n  return true;'));
    expect(printed('changed')).toBe('true\n');
    writeFileSync(source, original);
  });

  test.each(['toro', 'linux'])('builds for %s what the checkout builds', (target) => {
    writeFileSync(join(elsewhere, 'app.ts'), "console.log('hello');\n");
    run('npx', ['--no-install', 'toroc', 'build', 'app.ts', '-o', 'there', '--target', target], elsewhere);
    run(process.execPath, [builtModule('cli/main.js'), 'build', 'app.ts', '-o', 'here', '--target', target], elsewhere);
    expect(readFileSync(join(elsewhere, 'there')).equals(readFileSync(join(elsewhere, 'here')))).toBe(true);
  });
});
