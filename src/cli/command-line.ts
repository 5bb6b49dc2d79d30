/** The commands and their options. Each action loads its command's module when it runs. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { CompileOptions, InspectStage, OptimisationLevel, Target } from '../driver.ts';
import { packageVersion } from '../host/package-root.ts';
import type { Accelerator } from './qemu-command-line.ts';

interface CompileFlags {
  target: Target;
  include: string[];
  optimize: string;
  debug?: true;
  audit?: true;
  chaos?: true;
  cache: boolean;
}

interface RunFlags extends CompileFlags {
  memory: string;
  smp: number;
  accel: Accelerator;
}

interface InspectFlags extends CompileFlags {
  stage: InspectStage;
  function?: string;
  after?: string;
  why?: string;
}

const stages: readonly InspectStage[] = ['ast', 'ir', 'flow', 'asm', 'frames', 'sizes'];

/** Runs the command that `args` name, and gives the exit code. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = describeProgram((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    throw error;
  }
  return exitCode;
}

function describeProgram(finish: (exitCode: number) => void): Command {
  const program = new Command('toroc')
    .description('Compiles an ordinary TypeScript program into one small file that boots by itself.')
    .version(packageVersion(), '-V, --version')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(`${text.trimEnd().replaceAll('\n', ' ')}\n`) })
    .addHelpText('after', '\nExamples:\n  toroc run app.ts\n  toroc build app.ts -o app.elf && qemu-system-x86_64 -kernel app.elf');

  compiling(program.command('build'))
    .description('compile a program into one file')
    .option('-o, --output <path>', 'the file to write (default: the name of FILE with .elf, or without ending for linux)')
    .action(async (file: string, flags: CompileFlags & { output?: string }) => {
      const { buildCommand } = await import('./build-command.ts');
      await buildCommand(compileOptions(file, flags), flags.output);
    });

  compiling(program.command('run'))
    .description('compile a program, run it, and end with its exit code')
    .argument('[args...]', "the program's arguments; after -- where they begin with a dash")
    .addOption(new Option('-m, --memory <size>', 'memory of the machine').default('128M').argParser(parseMemory))
    .addOption(new Option('--smp <count>', 'cores of the machine').default(1).argParser(parseCount))
    .addOption(new Option('--accel <name>', 'how QEMU executes the machine').choices(['auto', 'kvm', 'tcg']).default('auto'))
    .action(async (file: string, programArgs: string[], flags: RunFlags) => {
      const { runCommand } = await import('./run-command.ts');
      const { memory, smp, accel } = flags;
      finish(await runCommand(compileOptions(file, flags), programArgs, { memory, smp, accelerator: accel }));
    });

  compiling(program.command('check'))
    .description("type-check a program and say what can't be compiled")
    .action(async (file: string, flags: CompileFlags) => {
      const { checkCommand } = await import('./check-command.ts');
      finish(await checkCommand(compileOptions(file, flags)));
    });

  compiling(program.command('inspect'))
    .description('show a stage of the compilation')
    .addOption(new Option('--stage <stage>', 'what to show').choices(stages).makeOptionMandatory())
    .option('--function <name>', 'only this function, of the program or the library (default: all of the program)')
    .option('--after <pass>', 'the IR after this pass')
    .option('--why <name>', 'flow: why a variable, .field or array has its representation; sizes: why a symbol is in the image')
    .action(async (file: string, flags: InspectFlags) => {
      const { inspect } = await import('../driver.ts');
      const { stage, after, why } = flags;
      process.stdout.write(await inspect({ ...compileOptions(file, flags), stage, function: flags.function, after, why }));
    });

  return program;
}

/** The operand and the options that every compiling command has. */
function compiling(command: Command): Command {
  return command
    .argument('<file>', "the program's entry file, a .ts file")
    .addOption(new Option('--target <target>', 'toro: a bootable image; linux: a static executable').choices(['toro', 'linux']).default('toro'))
    .addOption(
      new Option('--include <path>', 'put a file or directory into the image, where node:fs finds it (repeatable)')
        .default([], 'nothing')
        .argParser((path: string, paths: string[]) => [...paths, path]),
    )
    .addOption(new Option('-O, --optimize <level>', 'optimisation level').choices(['0', '1', '2']).default('1'))
    .option('-g, --debug', 'debug information: TypeScript lines in gdb')
    .option('--audit', 'check at run time what the compiler has proved')
    .option('--chaos', 'collect garbage at every allocation')
    .option('--no-cache', 'neither read nor write the compile cache');
}

function compileOptions(entry: string, flags: CompileFlags): CompileOptions {
  return {
    entry,
    target: flags.target,
    include: flags.include,
    optimise: Number(flags.optimize) as OptimisationLevel,
    debug: flags.debug ?? false,
    audit: flags.audit ?? false,
    chaos: flags.chaos ?? false,
    cache: flags.cache,
  };
}

function parseMemory(text: string): string {
  if (!/^\d+[KMG]?$/i.test(text)) throw new InvalidArgumentError('It must be a number of megabytes, or end in K, M or G.');
  return text;
}

function parseCount(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('It must be a number from 1 on.');
  return Number(text);
}
