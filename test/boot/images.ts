/** Assembles and boots images for the tests of this folder. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Links the boot code with a hand-written `kernelMain` of this folder into `directory`, and with so many bytes of constants; returns
 * the image's path.
 */
export function linkWithKernel(directory: string, kernelSource: string, constantBytes = 0): string {
  const includes = ['layout', 'multiboot', 'runtime-asm'].flatMap((folder) => ['-I', path.join(root, 'src', folder) + '/']);
  const boot = path.join(directory, 'boot.o');
  const kernel = path.join(directory, 'kernel.o');
  const image = path.join(directory, `image-${constantBytes}.elf`);
  const constants = path.join(directory, 'constants.asm');
  writeFileSync(constants, `section .rodata\ntimes ${constantBytes} db 1\n`);
  execFileSync('nasm', ['-f', 'elf64', ...includes, '-o', boot, path.join(root, 'src/multiboot/boot.asm')]);
  execFileSync('nasm', ['-f', 'elf64', '-o', kernel, path.join(root, 'test/boot', kernelSource)]);
  execFileSync('nasm', ['-f', 'elf64', '-o', `${constants}.o`, constants]);
  execFileSync('ld', [
    '-z', 'max-page-size=4096', '-z', 'noseparate-code', '--build-id=none',
    '-T', path.join(root, 'src/multiboot/toro.ld'), '-o', image, boot, kernel, `${constants}.o`,
  ]);
  return image;
}

/** A copy of the image without its multiboot header, so that QEMU takes the PVH note's entry. */
export function withoutMultibootHeader(image: string): string {
  const bytes = readFileSync(image);
  const at = bytes.indexOf(Buffer.from([0x02, 0xb0, 0xad, 0x1b]));
  bytes.writeUInt32LE(0, at);
  const copy = image.replace(/\.elf$/, '-pvh.elf');
  writeFileSync(copy, bytes);
  return copy;
}

export interface Boot {
  /** What came on the serial line. */
  readonly output: string;
  /** Exit code of the guest's program; undefined where the machine ended without one. */
  readonly code: number | undefined;
  /** QEMU's own exit status; null after a time-out. */
  readonly status: number | null;
}

const debugExit: readonly string[] = ['-device', 'isa-debug-exit,iobase=0xf4,iosize=4'];

/**
 * Boots an image under TCG, by default with isa-debug-exit.
 * @param options further options of QEMU
 */
export function boot(image: string, options: readonly string[] = [], timeoutMs = 30_000, exitDevice = debugExit): Promise<Boot> {
  const directory = temporaryDirectory();
  const debugcon = path.join(directory, 'debugcon');
  const child = spawn('qemu-system-x86_64', [
    '-accel', 'tcg', '-display', 'none', '-monitor', 'none', '-serial', 'stdio', '-no-reboot',
    '-debugcon', `file:${debugcon}`, ...exitDevice, ...options, '-kernel', image,
  ], { stdio: ['ignore', 'pipe', 'inherit'] });
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      clearTimeout(timer);
      const log = readFileSync(debugcon, 'latin1');
      rmSync(directory, { recursive: true });
      resolve({ output: Buffer.concat(chunks).toString(), code: guestCode(status, log), status });
    });
  });
}

function guestCode(status: number | null, debugconLog: string): number | undefined {
  if (status === null || (status & 1) === 0) return undefined;
  const code = status >> 1;
  return code === 127 ? Number(/\d+$/.exec(debugconLog.trimEnd())?.[0] ?? 127) : code;
}

export function temporaryDirectory(): string {
  return mkdtempSync(path.join(tmpdir(), 'toroc-boot-'));
}
