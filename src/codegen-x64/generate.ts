import type { Func } from '../ir/function.ts';
import { allocate, type AllocatorOptions } from './allocate.ts';
import type { AssembledFunction } from './assembled-function.ts';
import { analyseControlFlow } from './cfg.ts';
import { emitFunction, type EmitOptions } from './emit-function.ts';
import { select } from './select.ts';

export type GenerateOptions = EmitOptions & AllocatorOptions;

/** Machine code of a verified typed function, as NASM text with its call sites. The function is not changed. */
export function generate(func: Func, options: GenerateOptions = {}): AssembledFunction {
  const { func: machine, references } = select(func);
  const cfg = analyseControlFlow(machine);
  const allocation = allocate(machine, cfg, options);
  return emitFunction(func, machine, allocation, references, options);
}
