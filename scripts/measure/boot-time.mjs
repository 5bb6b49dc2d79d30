/**
 * Time to the first output, paired: in each round the image and the trivial one start once, in random order, with the same options.
 * The median of the rounds' differences stands where medians of either alone drift by tens of per cent.
 */
import { spawn } from 'node:child_process';
import { assembleTrivial, inTemporaryDirectory, median, qemu, quietOptions } from './qemu.mjs';

/**
 * @param {string} image
 * @param {readonly string[]} options further options of QEMU
 * @param {number} rounds
 * @returns {Promise<{ floorMs: number, imageMs: number, differenceMs: number, ratio: number }>} medians; the ratio is that of the pairs
 */
export function measureBootTime(image, options, rounds) {
  return inTemporaryDirectory(async (directory) => {
    const floors = [];
    const times = [];
    const trivial = assembleTrivial(directory, 'exit');
    for (let round = 0; round < rounds; round++) {
      const trivialFirst = Math.random() < 0.5;
      if (trivialFirst) floors.push(await timeToFirstOutputMs(trivial, options));
      times.push(await timeToFirstOutputMs(image, options));
      if (!trivialFirst) floors.push(await timeToFirstOutputMs(trivial, options));
    }
    return {
      floorMs: median(floors),
      imageMs: median(times),
      differenceMs: median(times.map((time, round) => time - floors[round])),
      ratio: median(times.map((time, round) => time / floors[round])),
    };
  });
}

/** From the start of QEMU to the first byte on the serial line. */
function timeToFirstOutputMs(image, options, timeoutMs = 30_000) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(qemu, [...quietOptions, '-serial', 'stdio', ...options, '-kernel', image], { stdio: ['ignore', 'pipe', 'ignore'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    let elapsedMs;
    child.stdout.once('data', () => {
      elapsedMs = Number(process.hrtime.bigint() - start) / 1e6;
      child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      if (elapsedMs === undefined) reject(new Error(`${image} printed nothing with ${options.join(' ')}`));
      else resolve(elapsedMs);
    });
  });
}
