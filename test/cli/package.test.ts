import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot, packageVersion } from '../../src/host/package-root.ts';
import { builtModule, scratchDirectory } from './toroc-command.ts';

/** Files that the installed compiler reads beside its own program. */
const neededFiles = ['dist/src/cli/main.js', 'src/multiboot/boot.asm', 'src/multiboot/toro.ld', 'src/layout/core.inc', 'src/machine/index.ts'];

test('npm pack gives a package that works in an empty folder elsewhere', { timeout: 180_000 }, () => {
  builtModule('cli/main.js');
  const directory = scratchDirectory();
  const elsewhere = join(directory, 'elsewhere');
  mkdirSync(elsewhere);
  const run = (command: string, args: string[], cwd: string) =>
    execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

  // Without scripts: dist is built, and a build would replace it while other tests run it.
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', directory], packageRoot()));
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', join(directory, packed.filename)], elsewhere);

  expect(run('npx', ['--no-install', 'toroc', '--version'], elsewhere).trim()).toBe(packageVersion());
  for (const file of neededFiles) expect(existsSync(join(elsewhere, 'node_modules/toroc', file)), file).toBe(true);
  expect(packed.files.filter(({ path }: { path: string }) => /^(test|apps|scripts|docs)\//.test(path))).toEqual([]);
});
