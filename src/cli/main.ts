#!/usr/bin/env node
/** Entry of the `toroc` command. What a command needs is loaded when it runs, since start-up is part of every build's time. */
import { setFlagsFromString } from 'node:v8';
import { packageVersion } from '../host/package-root.ts';
import { reportFailure } from './report-failure.ts';

// V8 optimises a function when it has run this many bytes of bytecode, 15 times its default: a build of a second or two ends before most
// of the machine code that V8 would make pays for its making (docs/compile-time.md).
setFlagsFromString('--interrupt-budget=1000000');

const args = process.argv.slice(2);

// A reader that has gone away (`toroc inspect … | head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// Errors of streams and callbacks, such as output to a full disk.
process.on('uncaughtException', (error) => process.exit(reportFailure(error)));

try {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    console.log(packageVersion());
  } else {
    const { runCommandLine } = await import('./command-line.ts');
    process.exitCode = await runCommandLine(args);
  }
} catch (error) {
  process.exitCode = reportFailure(error);
}
