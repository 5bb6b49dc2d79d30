import { NOTHING, primitive, STRING, TRUE, FALSE } from '../flow/kinds.ts';
import { Solver } from '../flow/solver.ts';
import { Builder } from '../ir/builder.ts';
import { Func } from '../ir/function.ts';
import type { Module } from '../ir/module.ts';
import type { Lowered } from './lower.ts';

/** The solved flow, and what runs at start, in order. */
export interface Solved {
  readonly solver: Solver;
  readonly initialisers: readonly string[];
}

const EVALUATE = 'program#evaluate';
const RUN = 'src/std/main#runProgram';

/**
 * Solves the flow from the program's entry: src/std/main calls a function, made here, that runs the module initialisers. An initialiser of
 * the library runs only when something reads a variable that it sets; that is known after solving, so it is done until nothing is new.
 * `watch` sees each solver before it begins.
 */
export function solveProgram({ modules, library, application, mainIsModule }: Lowered, watch?: (solver: Solver) => void): Solved {
  const needed = new Set<Module>();
  for (;;) {
    const order = [...library.filter((module) => needed.has(module)), ...application];
    const initialisers = order.flatMap(({ init }) => (init === null ? [] : [init]));
    const program = { ...modules, functions: new Map(modules.functions), globals: new Map(modules.globals) };
    defineEvaluate(program, initialisers);
    const solver = new Solver(program);
    watch?.(solver);
    solver.solve([EVALUATE]);
    const evaluate = solver.functionObject(solver.func(EVALUATE), [], 0);
    solver.root(RUN, [{ ...NOTHING, objects: new Set([evaluate]) }, primitive(mainIsModule ? TRUE : FALSE)]);
    // Strings that grow too long and recursion throw it, from anywhere.
    solver.root('src/std/hooks#throwRangeError', [primitive(STRING)]);
    const before = needed.size;
    for (const module of library) if (module.init !== null && !needed.has(module) && readsVariableOf(solver, module)) needed.add(module);
    if (needed.size === before) return { solver, initialisers };
  }
}

function readsVariableOf(solver: Solver, module: Module): boolean {
  for (const { symbol, init } of module.globals.values()) if (init === undefined && solver.globals.has(symbol)) return true;
  return false;
}

/** A function that calls the initialisers one after the other. */
function defineEvaluate(program: Module, initialisers: readonly string[]): void {
  const func = new Func(EVALUATE, 'js', 'value', 'src/std/main.ts', 'evaluate');
  for (let i = 0; i < 3; i++) func.addParam('value');
  func.attrs = { length: 0, kind: 'function', captures: 0, rest: false, strict: true };
  const b = new Builder(func, func.newBlock());
  const undefinedValue = b.emit('js.const', 'value', [], { kind: 'undefined' });
  for (const symbol of initialisers) {
    const global = `${symbol}$function`;
    program.globals.set(global, { symbol: global, name: '', mutable: false, init: symbol });
    const callee = b.emit('js.global.get', 'value', [], { global });
    b.emit('js.call', 'value', [callee, undefinedValue], { text: '' });
  }
  b.return(undefinedValue);
  program.functions.set(EVALUATE, func);
}

