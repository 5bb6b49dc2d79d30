/** What the measuring scripts share: the yardstick images, and QEMU's command line. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const trivialSource = fileURLToPath(new URL('../../src/multiboot/trivial.asm', import.meta.url));

export const qemu = 'qemu-system-x86_64';

/** Options of every measurement: no window, no monitor, the program's exit ends QEMU. */
export const quietOptions = [
  '-accel', 'tcg', '-display', 'none', '-monitor', 'none', '-no-reboot', '-device', 'isa-debug-exit,iobase=0xf4,iosize=4',
];

/**
 * Assembles the image that does next to nothing (src/multiboot/trivial.asm).
 * @param {string} directory where to put it
 * @param {'exit' | 'halt'} end what it does after its one character
 * @returns {string} the image's path
 */
export function assembleTrivial(directory, end) {
  const image = path.join(directory, `trivial-${end}`);
  execFileSync('nasm', ['-f', 'bin', ...(end === 'halt' ? ['-dHALT'] : []), '-o', image, trivialSource]);
  return image;
}

/**
 * Runs `task` with a temporary directory that is removed afterwards.
 * @template T
 * @param {(directory: string) => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function inTemporaryDirectory(task) {
  const directory = mkdtempSync(path.join(tmpdir(), 'toroc-measure-'));
  try {
    return await task(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The load of this machine over the last minute: a busy one makes times doubtful. */
export function loadAverage() {
  return Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0]);
}
