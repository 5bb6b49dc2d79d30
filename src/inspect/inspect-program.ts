import { printFrames } from '../codegen-x64/print-frames.ts';
import type { AssembledFunction } from '../codegen-x64/assembled-function.ts';
import { generate } from '../codegen-x64/generate.ts';
import { CompileError, diagnostics } from '../frontend/diagnostic.ts';
import type { Func } from '../ir/function.ts';
import type { PassObserver } from '../ir/pass.ts';
import { printFunction } from '../ir/print.ts';
import type { Image } from '../program/image.ts';
import type { Lowered } from '../program/lower.ts';
import { solveProgram } from '../program/solve.ts';
import { GrowthTrace } from './growth-trace.ts';
import { PassSnapshots } from './pass-snapshots.ts';
import { printFlow } from './print-flow.ts';
import { printSections, printSizes, whyInImage } from './print-sizes.ts';
import { selectedFunctions } from './selected-functions.ts';
import { whyRepresentation } from './why-representation.ts';

/** What of a program's compilation is wanted, as `toroc inspect` takes it. */
export interface View {
  readonly stage: 'ast' | 'ir' | 'flow' | 'asm' | 'frames' | 'sizes';
  readonly function?: string | undefined;
  readonly after?: string | undefined;
  readonly why?: string | undefined;
}

/** The pipeline, cut where a view can begin. */
export interface Stages {
  readonly entry: string;
  lower(): Promise<Lowered>;
  translate(lowered: Lowered, observe?: PassObserver): Image;
  /** NASM text of everything. */
  emit(image: Image, lowered: Lowered): string;
  /** The linked file with its symbols. */
  link(image: Image, lowered: Lowered): Promise<Uint8Array>;
}

/** The text of a view; no stage behind it runs. Rejects with a CompileError. */
export async function inspectProgram(view: View, stages: Stages): Promise<string> {
  refuseOtherOptions(view);
  const { stage, after, why } = view;
  const name = view.function;
  if (stage === 'ast') return (await import('../frontend/print-syntax.ts')).printSyntax(stages.entry, name);
  const lowered = await stages.lower();
  if (stage === 'flow') return inspectFlow(lowered, name, why);
  if (after === 'lower') return printIr([...lowered.modules.functions.values()], name);
  const snapshots = after === undefined ? null : new PassSnapshots(after, name);
  const image = stages.translate(lowered, snapshots?.observe);
  if (snapshots) return snapshots.text();
  if (stage === 'ir') return printIr(image.functions, name);
  if (stage === 'sizes') return why === undefined ? printSizes(await stages.link(image, lowered), image.reachedFrom) : whyInImage(image.reachedFrom, why);
  if (stage === 'asm' && name === undefined) return stages.emit(image, lowered);
  const assembled = selectedFunctions(image.functions, name, stage).map((func) => assembledFunction(func, lowered));
  if (stage === 'asm') return assembled.map(({ text }) => text).join('\n');
  const sections = name === undefined ? [printSections(await stages.link(image, lowered))] : [];
  return [...sections, ...assembled.map(printFrames)].join('\n');
}

const STAGES_WITH: Readonly<Record<'function' | 'after' | 'why', readonly View['stage'][]>> = {
  function: ['ast', 'ir', 'flow', 'asm', 'frames'], after: ['ir'], why: ['flow', 'sizes'],
};

function refuseOtherOptions(view: View): void {
  for (const option of ['function', 'after', 'why'] as const) {
    const stages = STAGES_WITH[option];
    if (view[option] !== undefined && !stages.includes(view.stage)) throw new CompileError([diagnostics.optionNotOfStage(`--${option}`, stages.join(', '))]);
  }
}

function inspectFlow(lowered: Lowered, name: string | undefined, why: string | undefined): string {
  const trace = why === undefined ? null : new GrowthTrace();
  const { solver, initialisers } = solveProgram(lowered, (made) => trace?.watch(made));
  return trace ? whyRepresentation(solver, trace, why!, name) : printFlow(solver, initialisers, lowered.dialect, name);
}

function printIr(functions: readonly Func[], name: string | undefined): string {
  return selectedFunctions(functions, name, 'ir').map(printFunction).join('\n');
}

function assembledFunction(func: Func, { dialect }: Lowered): AssembledFunction {
  return dialect.assembled.get(func.symbol) ?? generate(func);
}
