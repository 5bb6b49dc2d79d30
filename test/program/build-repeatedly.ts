/** Builds a program many times in this process, and prints as JSON how many bytes of heap are live after each build. `node --expose-gc … FILE.ts COUNT` */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from '../../src/driver.ts';

const [entry, count] = process.argv.slice(2) as [string, string];
const folder = mkdtempSync(join(tmpdir(), 'toroc-memory-'));
const liveBytes: number[] = [];
for (let i = 0; i < Number(count); i++) {
  await build({ entry, output: join(folder, 'out'), target: 'linux' });
  // What finalisers and closed files hold goes with a second collection.
  gc!();
  await setTimeout(5);
  gc!();
  liveBytes.push(process.memoryUsage().heapUsed);
}
rmSync(folder, { recursive: true });
console.log(JSON.stringify(liveBytes));
