/** Puts a recorder in the machine's place. */
import { host } from '../../src/std/intrinsics.ts';

let output: Record<number, string> = { 1: '', 2: '' };

host.written = (fd, s) => {
  output[fd] += s;
};
host.exit = (code) => {
  throw Object.assign(new Error(`exit ${code}`), { exitCode: code });
};

/** What was written since the last call: stdout, stderr. */
export function takeOutput(): { stdout: string; stderr: string } {
  const taken = { stdout: output[1]!, stderr: output[2]! };
  output = { 1: '', 2: '' };
  return taken;
}
