/**
 * What QEMU costs while its guest waits: CPU time of all of its threads over some seconds, beside a guest that has halted for good,
 * both at the same time, so that both see the same machine.
 */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { assembleTrivial, inTemporaryDirectory, qemu, quietOptions } from './qemu.mjs';

/**
 * @param {string} image an image that waits for longer than `settleMs + measuredMs`
 * @param {readonly string[]} options further options of QEMU
 * @returns {Promise<{ imagePercent: number, haltedPercent: number }>} of one core
 */
export function measureIdle(image, options, { settleMs = 3000, measuredMs = 10_000 } = {}) {
  return inTemporaryDirectory(async (directory) => {
    const guests = [image, assembleTrivial(directory, 'halt')].map((each) =>
      spawn(qemu, [...quietOptions, '-serial', 'null', ...options, '-kernel', each], { stdio: 'ignore' }));
    try {
      await pause(settleMs);
      const before = guests.map(({ pid }) => cpuNs(pid));
      const start = process.hrtime.bigint();
      await pause(measuredMs);
      const elapsedNs = Number(process.hrtime.bigint() - start);
      const [imagePercent, haltedPercent] = guests.map(({ pid }, index) => ((cpuNs(pid) - before[index]) / elapsedNs) * 100);
      return { imagePercent, haltedPercent };
    } finally {
      for (const guest of guests) guest.kill('SIGKILL');
    }
  });
}

/** CPU time of a process's threads (Linux, Documentation/scheduler/sched-stats: first field of schedstat). Throws when it has ended. */
function cpuNs(pid) {
  const tasks = `/proc/${pid}/task`;
  return readdirSync(tasks).reduce((sum, task) => sum + Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]), 0);
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
