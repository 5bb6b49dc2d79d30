import { isEmpty, TRUE } from '../flow/kinds.ts';
import { readBeforeInitialisation } from '../flow/initialisation.ts';
import type { Solver } from '../flow/solver.ts';
import { Builder } from '../ir/builder.ts';
import { Func, type Value } from '../ir/function.ts';
import { Emitter } from './emitter.ts';
import { emitBuiltInPrototypes } from './prototype-cell.ts';
import { Program, type TypedLibrary } from './program.ts';
import type { StaticData } from './static-data.ts';
import { box, coerce } from './representation.ts';

export interface Specialised {
  readonly functions: readonly Func[];
  readonly statics: StaticData;
}

/**
 * JS-level IR and the solved flow → typed functions and static data, from the program's entry on: `program_main` calls
 * src/std/main; hooks that the runtime calls are bound to their functions in src/std/hooks.
 *
 * `initialisers`: symbols of the module functions in execution order.
 */
export function specialise(solver: Solver, dialect: TypedLibrary, initialisers: readonly string[]): Specialised {
  const program = new Program(solver, dialect, readBeforeInitialisation(solver, initialisers));
  const functions: Func[] = [mainFunction(program), ...hookFunctions(program, dialect)];
  for (let instance = program.pending.pop(); instance; instance = program.pending.pop()) functions.push(new Emitter(program, instance).run());
  emitBuiltInPrototypes(program);
  return { functions, statics: program.statics };
}

function mainFunction(program: Program): Func {
  const main = new Func('program#main', 'typed', null, 'src/std/main.ts');
  main.attrs.symbol = 'program_main';
  const b = new Builder(main, main.newBlock());
  const run = program.solver.instance(program.solver.func('src/std/main#runProgram'), []);
  const evaluate = program.solver.functionObject(program.solver.func('program#evaluate'), [], 0);
  const signature = program.signature(run);
  const args = signature.params.map(({ index, rep }) => index === 3
    ? coerce(b, b.emit('ref.static', 'ref', [], { symbol: program.functionCell(evaluate) }), rep, 'entry')
    : coerce(b, box(b, b.emit('bool.const', 'bool', [], { value: (run.var(run.func.params[index]!).prims & TRUE) !== 0 })), rep, 'entry'));
  if (signature.result) b.emit('call', signature.result, args, { target: signature.symbol });
  else b.effect('call', args, { target: signature.symbol });
  b.return();
  return main;
}

/** The functions of `toro:hooks` that the dialect calls: typed parameters boxed as the instance wants them. */
function hookFunctions(program: Program, { upcalls }: TypedLibrary): Func[] {
  return [...upcalls].map(([symbol, { params, result }]) => hookFunction(program, symbol, params, result));
}

function hookFunction(program: Program, symbol: string, reps: readonly Value['rep'][], result: Value['rep'] | null): Func {
  const func = new Func(symbol, 'typed', result);
  const params = reps.map((rep) => func.addParam(rep));
  const b = new Builder(func, func.newBlock());
  const name = symbol.slice('toro:hooks#'.length);
  const instance = program.solver.instances.get(`src/std/hooks#${name}|`);
  if (!instance) {
    // The flow analysis proved that nothing calls it.
    b.unreachable();
    return func;
  }
  const signature = program.signature(instance);
  const args = signature.params.map(({ index, rep }) => coerce(b, box(b, params[index - 3]!), rep, 'hook argument'));
  let value: Value | null = null;
  if (signature.result) value = b.emit('call', signature.result, args, { target: signature.symbol });
  else b.effect('call', args, { target: signature.symbol });
  if (isEmpty(instance.result)) b.unreachable();
  else if (result) b.return(coerce(b, value ?? b.emit('value.const', 'value', [], { bits: 2n }), result, 'hook result'));
  else b.return();
  return func;
}
