import { FALSE, object, primitive, STRING, TRUE, Var } from '../flow/kinds.ts';
import { Solver } from '../flow/solver.ts';
import { Builder } from '../ir/builder.ts';
import { Func } from '../ir/function.ts';
import { union } from '../ir/lazy-map.ts';
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
 * the library runs only when something reads a variable that it sets: the calls of the library's begin without a callee, and get it when
 * the solution so far reads such a variable, until nothing is new. `watch` sees the solver before it begins.
 */
export function solveProgram({ modules, library, application, mainIsModule }: Lowered, watch?: (solver: Solver) => void): Solved {
  const withInitialiser = library.filter(({ init }) => init !== null);
  const order = [...withInitialiser, ...application].flatMap(({ init }) => (init === null ? [] : [init]));
  const program = { ...modules, functions: union([modules.functions]), globals: new Map(modules.globals) };
  const evaluateFunction = defineEvaluate(program, order);
  const solver = new Solver(program);
  watch?.(solver);
  const waiting = new Set(withInitialiser);
  for (const { init } of waiting) solver.globals.set(functionOf(init!), new Var(init!));

  const evaluate = solver.functionObject(evaluateFunction, [], 0);
  solver.solve([EVALUATE]);
  solver.root(RUN, [object(evaluate), primitive(mainIsModule ? TRUE : FALSE)]);
  // Strings that grow too long and recursion throw it, from anywhere.
  solver.root('src/std/hooks#throwRangeError', [primitive(STRING)]);
  for (let before = Infinity; waiting.size < before;) {
    before = waiting.size;
    for (const module of waiting) {
      if (!readsVariableOf(solver, module)) continue;
      waiting.delete(module);
      const initialiser = solver.functionObject(solver.func(module.init!), [], 0);
      solver.global(functionOf(module.init!)).add(object(initialiser), solver.queue);
      solver.queue.run();
    }
  }
  const unused = new Set([...waiting].map(({ init }) => init!));
  removeCalls(evaluateFunction, unused);
  return { solver, initialisers: order.filter((symbol) => !unused.has(symbol)) };
}

function readsVariableOf(solver: Solver, module: Module): boolean {
  for (const { symbol, init } of module.globals.values()) if (init === undefined && solver.globals.has(symbol)) return true;
  return false;
}

/** The global that holds the function object of a module initialiser. */
const functionOf = (init: string): string => `${init}$function`;

/** A function that calls the initialisers one after the other. */
function defineEvaluate(program: Module, initialisers: readonly string[]): Func {
  const func = new Func(EVALUATE, 'js', 'value', 'src/std/main.ts', 'evaluate');
  for (let i = 0; i < 3; i++) func.addParam('value');
  func.attrs = { length: 0, kind: 'function', captures: 0, rest: false, strict: true };
  const b = new Builder(func, func.newBlock());
  const undefinedValue = b.emit('js.const', 'value', [], { kind: 'undefined' });
  for (const symbol of initialisers) {
    const global = functionOf(symbol);
    program.globals.set(global, { symbol: global, name: '', mutable: false, init: symbol });
    const callee = b.emit('js.global.get', 'value', [], { global });
    b.emit('js.call', 'value', [callee, undefinedValue], { text: '' });
  }
  b.return(undefinedValue);
  program.functions.set(EVALUATE, func);
  return func;
}

function removeCalls(evaluate: Func, initialisers: ReadonlySet<string>): void {
  const globals = new Set([...initialisers].map(functionOf));
  const { entry } = evaluate;
  const callees = new Set(entry.instrs.flatMap(({ attrs, result }) => (globals.has(attrs.global as string) ? [result!] : [])));
  entry.instrs = entry.instrs.filter(({ result, args }) => !callees.has(result!) && !callees.has(args[0]!));
}
