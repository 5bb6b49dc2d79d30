import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readIncludedFiles } from '../../src/host/included-files.ts';
import { placeOutput } from '../../src/host/output-file.ts';
import { runTool } from '../../src/host/run-tool.ts';
import { builtModule, scratchDirectory, startScript } from './toroc-command.ts';

function finishedFile(directory: string): string {
  const path = join(directory, 'finished');
  writeFileSync(path, 'new', { mode: 0o755 });
  return path;
}

describe('the output file', () => {
  test('appears with its mode, and alone', async () => {
    const directory = scratchDirectory();
    const folder = join(directory, 'out');
    mkdirSync(folder);
    await placeOutput(finishedFile(directory), join(folder, 'app'));
    expect(readFileSync(join(folder, 'app'), 'utf8')).toBe('new');
    expect(statSync(join(folder, 'app')).mode & 0o111).not.toBe(0);
    expect(readdirSync(folder)).toEqual(['app']);
  });

  test('a symbolic link is followed, not replaced', async () => {
    const directory = scratchDirectory();
    writeFileSync(join(directory, 'real'), 'old');
    symlinkSync('real', join(directory, 'link'));
    await placeOutput(finishedFile(directory), join(directory, 'link'));
    expect(readlinkSync(join(directory, 'link'))).toBe('real');
    expect(readFileSync(join(directory, 'real'), 'utf8')).toBe('new');
  });

  test('a device is written to, not replaced', async () => {
    const directory = scratchDirectory();
    await placeOutput(finishedFile(directory), '/dev/null');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('a full disk is said so', async () => {
    await expect(placeOutput(finishedFile(scratchDirectory()), '/dev/full')).rejects.toThrow(
      "TORO0007: No space left on the device while writing '/dev/full'.",
    );
  });

  test('a failed copy leaves the old output and nothing beside it', async () => {
    const directory = scratchDirectory();
    writeFileSync(join(directory, 'app'), 'old');
    await expect(placeOutput(join(directory, 'missing'), join(directory, 'app'))).rejects.toThrow('TORO0004');
    expect(readdirSync(directory)).toEqual(['app']);
    expect(readFileSync(join(directory, 'app'), 'utf8')).toBe('old');
  });
});

describe('temporary files', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s removes them and ends the process', async (signal) => {
    const directory = scratchDirectory();
    const script = `
      import { writeFileSync } from 'node:fs';
      const { withTemporary, withWorkDirectory } = await import(${JSON.stringify(builtModule('host/temporary-files.js'))});
      const output = ${JSON.stringify(join(directory, 'app.tmp'))};
      await withWorkDirectory((work) => withTemporary(output, async () => {
        writeFileSync(output, 'half');
        console.log('ready');
        await new Promise((resolve) => setTimeout(resolve, 20_000));
      }));`;
    const { child, outcome } = startScript(script, { env: { TMPDIR: directory } });
    child.stdout!.once('data', () => child.kill(signal));
    expect(await outcome).toMatchObject({ exitCode: null, signal });
    expect(readdirSync(directory)).toEqual([]);
  });

  test('an error removes them', async () => {
    const directory = scratchDirectory();
    const script = `
      const { withWorkDirectory } = await import(${JSON.stringify(builtModule('host/temporary-files.js'))});
      await withWorkDirectory(async () => { throw new Error('no'); });`;
    expect((await startScript(script, { env: { TMPDIR: directory } }).outcome).exitCode).toBe(1);
    expect(readdirSync(directory)).toEqual([]);
  });
});

describe('included files', () => {
  test('directories are read whole, names are relative to the working directory, each once', () => {
    const directory = scratchDirectory();
    mkdirSync(join(directory, 'data/deep'), { recursive: true });
    writeFileSync(join(directory, 'data/b.txt'), 'b');
    writeFileSync(join(directory, 'data/deep/a.txt'), 'a');
    symlinkSync('..', join(directory, 'data/deep/loop'));
    symlinkSync('b.txt', join(directory, 'data/c.txt'));
    const here = process.cwd();
    const files = readIncludedFiles([join(directory, 'data'), join(directory, 'data/b.txt')]);
    const expected = ['b.txt', 'c.txt', 'deep/a.txt'].map((name) => join(directory, 'data', name));
    expect(files.map(({ path }) => path)).toEqual(expected);
    expect(files.map(({ content }) => Buffer.from(content).toString())).toEqual(['b', 'b', 'a']);
    const own = relative(here, join(here, 'package.json'));
    expect(readIncludedFiles([join(here, 'package.json'), './package.json']).map(({ path }) => path)).toEqual([own]);
  });
});

describe('tools', () => {
  const withPath = async (path: string, body: () => Promise<void>): Promise<void> => {
    const before = process.env.PATH;
    process.env.PATH = path;
    try {
      await body();
    } finally {
      process.env.PATH = before;
    }
  };

  const fakeNasm = (script: string): string => {
    const directory = scratchDirectory();
    writeFileSync(join(directory, 'nasm'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(directory, 'nasm'), 0o755);
    return directory;
  };

  test.each([
    ['nasm', 'nasm'],
    ['ld', 'binutils'],
  ] as const)('a missing %s is named with the command that installs it', async (tool, aptPackage) => {
    await withPath(scratchDirectory(), async () => {
      const failure = await runTool(tool, [], 'out').catch((error) => error);
      expect(failure.diagnostics).toEqual([
        { code: 'TORO0006', severity: 'error', message: `The program '${tool}' is not installed.`, hint: `sudo apt-get install ${aptPackage}` },
      ]);
    });
  });

  test('a full disk is told from a fault of ours', async () => {
    await withPath(fakeNasm("echo 'nasm: fatal: unable to write: No space left on device' >&2; exit 1"), async () => {
      await expect(runTool('nasm', [], 'out.o')).rejects.toThrow('TORO0007');
    });
    await withPath(fakeNasm("echo 'a.asm:1: error: parser: instruction expected' >&2; exit 1"), async () => {
      await expect(runTool('nasm', [], 'out.o')).rejects.toThrow('nasm failed: a.asm:1: error: parser: instruction expected');
    });
  });

  test('assemble and link make an image with the boot code', async () => {
    const { assemble } = await import('../../src/codegen-x64/assemble.ts');
    const { link } = await import('../../src/multiboot/link.ts');
    const directory = scratchDirectory();
    const at = (name: string) => join(directory, name);
    const sources = { boot: 'src/multiboot/boot.asm', kernel: 'test/boot/minimal-kernel.asm' };
    for (const [name, source] of Object.entries(sources)) await assemble({ source, object: at(`${name}.o`), debug: true });
    const objects = [at('boot.o'), at('kernel.o')];
    await link({ target: 'toro', objects, output: at('debug.elf'), debug: true, map: at('map') });
    await link({ target: 'toro', objects, output: at('plain.elf'), debug: false });
    const sections = (file: string) => execFileSync('readelf', ['-SW', at(file)], { encoding: 'utf8' });
    expect(sections('debug.elf')).toMatch(/\.debug_line/);
    expect(sections('plain.elf')).not.toMatch(/\.debug_line|\.symtab/);
    expect(existsSync(at('map'))).toBe(true);
  });
});
