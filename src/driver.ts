/** The pipeline: one call per stage, in order. What a stage does inside is its own business. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemble, assembleHandWritten } from './codegen-x64/assemble.ts';
import { CompileError, type Diagnostic } from './frontend/diagnostic.ts';
import { type CompileCache, layered, noCache, openCache, shippedEntries } from './host/compile-cache.ts';
import { checkEntry } from './host/entry-file.ts';
import { writing } from './host/file-error.ts';
import { type IncludedFile, readIncludedFiles } from './host/included-files.ts';
import { checkOutput, placeOutput } from './host/output-file.ts';
import { withWorkDirectory } from './host/temporary-files.ts';
import type { PassObserver } from './ir/pass.ts';
import { link, type Target } from './multiboot/link.ts';
import { audit, markAudited } from './optimise/audit.ts';
import { optimise } from './optimise/passes.ts';
import { markStackChecks } from './optimise/stack-checks.ts';
import { assembleImage, emitImage, type Image } from './program/image.ts';
import type { Dialect } from './program/dialect.ts';
import { loadLibrary } from './program/library.ts';
import { lower, type Lowered } from './program/lower.ts';
import { refuseProblems } from './program/problems.ts';
import { type Solved, solveProgram } from './program/solve.ts';
import { specialise } from './specialise/index.ts';

export type { Target } from './multiboot/link.ts';
export type OptimisationLevel = 0 | 1 | 2;

export interface CompileOptions {
  /** Path of the program's entry file. */
  entry: string;
  /** Default: toro. */
  target?: Target;
  /** Files and directories to put into the image. */
  include?: readonly string[];
  /** Default: 1. */
  optimise?: OptimisationLevel;
  /** DWARF line numbers and symbols. */
  debug?: boolean;
  /** A check with a panic for every access that a proof left unchecked. */
  audit?: boolean;
  /** Collect at every allocation. */
  chaos?: boolean;
  /** Use the compile cache. Default: true. */
  cache?: boolean;
}

export interface BuildOptions extends CompileOptions {
  /** Path of the file to write. */
  output: string;
}

export interface BuildResult {
  output: string;
  sizeBytes: number;
  warnings: readonly Diagnostic[];
}

export type InspectStage = 'ast' | 'ir' | 'flow' | 'asm' | 'frames' | 'sizes';
export const inspectStages: readonly InspectStage[] = ['ast', 'ir', 'flow', 'asm', 'frames', 'sizes'];

export interface InspectOptions extends CompileOptions {
  stage: InspectStage;
  /** Only this function. */
  function?: string;
  /** The IR after this pass instead of after the last. */
  after?: string;
  /** With `flow`: why this variable has its representation. With `sizes`: why this symbol is in the image. */
  why?: string;
}

/** What every stage may ask about the build. */
interface Settings extends Required<CompileOptions> {
  files: readonly IncludedFile[];
  store: CompileCache;
}

interface GeneratedAssembly {
  nasmText: string;
  /** Hand-written assembly to link with it. */
  files: readonly string[];
  warnings: readonly Diagnostic[];
}

/** Compiles a program into one file. Rejects with a CompileError where it cannot; then the output is as it was before. */
export async function build({ output, ...options }: BuildOptions): Promise<BuildResult> {
  checkEntry(options.entry);
  checkOutput(output, options.entry);
  const settings = settle(options);
  const assembly = await generateAssembly(settings);
  return withWorkDirectory(async (work) => {
    const linked = await linkAssembly(assembly, settings, work);
    await placeOutput(linked, output);
    return { output, sizeBytes: statSync(linked).size, warnings: assembly.warnings };
  });
}

/** One of several compilations of a program: what the stages behind the flow analysis may do differently. */
export interface Variant extends Pick<CompileOptions, 'optimise' | 'audit' | 'chaos'> {
  /** Path of the file to write. */
  output: string;
}

/** As `build` for each variant, with the program lowered and its flow solved once. The files keep their symbols. */
export async function buildVariants(options: CompileOptions, variants: readonly Variant[]): Promise<void> {
  const common = settle(options);
  const lowered = await lower(common);
  const solved = solve(lowered);
  for (const { output, ...variant } of variants) {
    const settings = { ...common, ...variant };
    const { dialect } = await loadLibrary(settings, settings.store);
    const image = translate(solved, dialect, settings);
    const nasmText = emitImage(image, dialect, settings, lowered.entryModified);
    await withWorkDirectory(async (work) => placeOutput(await linkAssembly({ nasmText, files: image.files, warnings: [] }, settings, work, true), output));
  }
}

/** All that would keep `build` from compiling a program, and its warnings. */
export async function check(options: CompileOptions): Promise<readonly Diagnostic[]> {
  try {
    checkEntry(options.entry);
    const { warnings } = await generateAssembly(settle(options));
    return warnings;
  } catch (error) {
    if (error instanceof CompileError) return error.diagnostics;
    throw error;
  }
}

/** The text of one stage of a program's compilation. Rejects with a CompileError. */
export async function inspect({ stage, function: name, after, why, ...options }: InspectOptions): Promise<string> {
  checkEntry(options.entry);
  const { inspectProgram } = await import('./inspect/inspect-program.ts');
  const settings = settle(options);
  return inspectProgram({ stage, function: name, after, why }, {
    entry: options.entry,
    lower: () => lower(settings),
    translate: (lowered, observe) => translate(solve(lowered), lowered.dialect, settings, observe),
    emit: (image, lowered) => emitImage(image, lowered.dialect, settings, lowered.entryModified),
    link: (image, lowered) => withWorkDirectory(async (work) => {
      const nasmText = emitImage(image, lowered.dialect, settings, lowered.entryModified);
      return readFileSync(await linkAssembly({ nasmText, files: image.files, warnings: [] }, settings, work, true));
    }),
  });
}

function settle(options: CompileOptions): Settings {
  const defaults = { target: 'toro', include: [], optimise: 1, debug: false, audit: false, chaos: false, cache: true } as const;
  const settings = { ...defaults, ...options };
  return { ...settings, files: readIncludedFiles(settings.include), store: settings.cache ? layered(shippedEntries(), openCache()) : noCache };
}

/** Ends the program where a proof does not hold. */
const AUDIT_FAILED = 'src/runtime/audit#auditFailed';
/** Throws RangeError. */
const STACK_OVERFLOW = 'src/runtime/errors#throwStackOverflow';

async function generateAssembly(settings: Settings): Promise<GeneratedAssembly> {
  const lowered = await lower(settings);
  const image = translate(solve(lowered), lowered.dialect, settings);
  return { nasmText: emitImage(image, lowered.dialect, settings, lowered.entryModified), files: image.files, warnings: lowered.warnings };
}

/** The flow of values through the whole program. Throws a CompileError for what it finds that cannot be compiled. */
function solve(lowered: Lowered): Solved {
  const solved = solveProgram(lowered);
  refuseProblems(solved.solver);
  return solved;
}

/** JS-level IR to typed functions and data in their final form. `observe` sees each function after each pass. */
function translate({ solver, initialisers }: Solved, dialect: Dialect, settings: Settings, observe?: PassObserver): Image {
  const { functions, statics } = specialise(solver, dialect, initialisers);
  for (const func of functions) observe?.(func, { name: 'specialise' });
  if (settings.audit) markAudited(functions);
  optimise(functions, settings.optimise, dialect.functions, observe);
  if (settings.audit) audit(functions, AUDIT_FAILED, (text) => statics.string(text));
  markStackChecks(functions, STACK_OVERFLOW);
  return assembleImage(functions, statics, dialect, settings);
}

/** Assembles and links in a work directory; gives the path of the linked file. `symbols`: keep the symbol table without DWARF too. */
async function linkAssembly({ nasmText, files }: GeneratedAssembly, { target, debug, store }: Settings, work: string, symbols = debug): Promise<string> {
  const source = join(work, 'program.asm');
  writing(source, () => writeFileSync(source, nasmText));
  const object = join(work, 'program.o');
  const handWritten = files.map((path, i) => ({ source: path, object: join(work, `${i}.o`), debug }));
  await Promise.all([assemble({ source, object, debug }), ...handWritten.map((each) => assembleHandWritten(each, store))]);
  const linked = join(work, 'linked');
  await link({ target, objects: [object, ...handWritten.map((each) => each.object)], output: linked, debug: symbols });
  return linked;
}
