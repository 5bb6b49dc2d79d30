/**
 * Guest instructions of a boot from the image's entry to its end, with QEMU's own log of the blocks that it translates and executes
 * within the image's addresses. A `rep` counts once per repetition, a block that ends early (in a fault, or with the machine) whole.
 * Meant for boots and small programs: each executed block makes a line of log, which is read as it comes and not kept.
 */
import { spawn } from 'node:child_process';
import { openSync, readSync, closeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { qemu, quietOptions } from './qemu.mjs';

/**
 * @param {string} image path of an ELF64 image
 * @param {readonly string[]} options further options of QEMU
 * @returns {Promise<{ executed: number, translated: number, status: number | null }>} translated: what QEMU's translator had to do, each
 *   block once, and so somewhat more than distinct addresses; that decides how long a short boot takes. status is QEMU's own; null: killed
 *   after `timeoutMs`
 */
export function countInstructions(image, options = [], timeoutMs = 60_000) {
  const { address, lengthBytes } = codeOf(image);
  const child = spawn(qemu, [
    ...quietOptions, '-serial', 'null', ...options, '-kernel', image,
    '-d', 'in_asm,exec,nochain', '-dfilter', `0x${address.toString(16)}+0x${lengthBytes.toString(16)}`,
  ], { stdio: ['ignore', 'ignore', 'pipe'] });
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  const counter = new BlockCounter();
  createInterface({ input: child.stderr }).on('line', (line) => counter.read(line));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({ executed: counter.executed, translated: counter.translated, status });
    });
  });
}

/** Reads QEMU's log: a listing of each block when it is translated, and a line each time one is executed. */
class BlockCounter {
  executed = 0;
  /** Instructions by block address, and the sum over all different blocks. */
  #lengths = new Map();
  #seen = new Set();
  #listed = { address: '', length: 0 };

  get translated() {
    this.#endListing();
    return [...this.#seen].reduce((sum, block) => sum + Number(block.split(' ')[1]), 0);
  }

  read(line) {
    if (line.startsWith('0x')) {
      // 0x001001a0:  31 d2  xorl  %edx, %edx
      if (this.#listed.length++ === 0) this.#listed.address = line.slice(2, line.indexOf(':')).padStart(16, '0');
    } else if (line.startsWith('Trace ')) {
      // Trace 0: 0x7f0c48000100 [00000000/00000000001001a0/00000040/ff200000]
      this.#endListing();
      this.executed += this.#lengths.get(line.slice(line.indexOf('/') + 1, line.indexOf('/') + 17)) ?? 0;
    }
  }

  #endListing() {
    const { address, length } = this.#listed;
    if (length === 0) return;
    this.#lengths.set(address, length);
    this.#seen.add(`${address} ${length}`);
    this.#listed = { address: '', length: 0 };
  }
}

/** Address and length of the executable segment (System V ABI, ELF-64 object file format, figure 6). */
function codeOf(image) {
  const file = openSync(image, 'r');
  const header = Buffer.alloc(4096);
  readSync(file, header, 0, header.length, 0);
  closeSync(file);
  const count = header.readUInt16LE(56);
  for (let index = 0, at = Number(header.readBigUInt64LE(32)); index < count; index++, at += 56) {
    const executable = (header.readUInt32LE(at + 4) & 1) !== 0;
    if (header.readUInt32LE(at) === 1 && executable) {
      return { address: Number(header.readBigUInt64LE(at + 16)), lengthBytes: Number(header.readBigUInt64LE(at + 40)) };
    }
  }
  throw new Error(`${image} is no ELF64 image with code`);
}
