/** QEMU's command line for a machine that runs one image to its end, and what its exit status says. */

export type Accelerator = 'auto' | 'kvm' | 'tcg';

export interface Machine {
  /** As QEMU's -m takes it, e.g. 128M. */
  memory: string;
  smp: number;
  accelerator: Exclude<Accelerator, 'auto'>;
}

export interface Launch {
  image: string;
  /** The file that receives what the guest writes to port 0xe9. */
  debugconPath: string;
  args: readonly string[];
  /** The time of the start in milliseconds since 1970, for machines without a clock. */
  epochMs: number;
}

export function qemuArguments({ memory, smp, accelerator }: Machine, { image, debugconPath, args, epochMs }: Launch): string[] {
  return [
    ...['-accel', accelerator, '-m', memory, '-smp', String(smp)],
    ...['-display', 'none', '-monitor', 'none', '-serial', 'stdio', '-no-reboot'],
    ...['-device', 'isa-debug-exit,iobase=0xf4,iosize=4', '-debugcon', `file:${debugconPath}`],
    ...['-kernel', image, '-append', kernelCommandLine(args, epochMs)],
  ];
}

/**
 * `epoch=MS toro=ARGS`: from the marker `toro=` to the end, one space between two arguments, each percent-encoded as
 * UTF-8. An empty argument is a lone `%`, which no encoding yields: between spaces alone, one empty argument and none
 * would look the same.
 */
export function kernelCommandLine(args: readonly string[], epochMs: number): string {
  return `epoch=${epochMs} toro=${args.map((arg) => encodeURIComponent(arg) || '%').join(' ')}`;
}

/** Codes that isa-debug-exit cannot carry arrive as this one, with the full code as the last line on debugcon. */
const codeIsOnDebugcon = 127;

/**
 * The program's exit code. isa-debug-exit makes QEMU's status `code << 1 | 1`; undefined where the machine ended in
 * another way (a reset, a power-off).
 */
export function programExitCode(status: number | undefined, debugcon: string): number | undefined {
  if (status === undefined || (status & 1) === 0) return undefined;
  const code = status >> 1;
  if (code !== codeIsOnDebugcon) return code;
  const lastLine = debugcon.trimEnd().split('\n').at(-1) ?? '';
  return /^-?\d+$/.test(lastLine) ? Number(lastLine) : code;
}

/**
 * QEMU's own complaint, if it ended because of one: its status is then 1, like a guest's exit with code 0.
 * Warnings don't count.
 */
export function launchFailure(status: number | undefined, stderr: string): string | undefined {
  if (status !== 1) return undefined;
  const complaint = stderr.split('\n').find((line) => /^qemu[-\w]*: (?!warning:|info:)/.test(line));
  return complaint?.replace(/^qemu[-\w]*: /, '');
}
