import { HOLE, type Kinds, NOTHING, primitive, Var } from '../flow/kinds.ts';
import type { Solver } from '../flow/solver.ts';
import { CompileError, diagnostics } from '../frontend/diagnostic.ts';
import { isOfProgram } from '../program/own-source.ts';
import { repOf, slotRepOf } from '../specialise/representation.ts';
import { type GrowthTrace, type Kind, kindsIn } from './growth-trace.ts';
import { objectName, printKinds, printPlace } from './print-kinds.ts';
import { selectedFunctions } from './selected-functions.ts';

/** Steps that a chain of copies is followed back. */
const MOST_STEPS = 12;

/**
 * Why a module variable, field, captured variable or array's elements have their representation: each kind of value in it, with the
 * places that it came through, the last one first. `name` is a variable (`count`), a field (`Point.x` or `.x`), an array's place, or,
 * with `functionName`, a value of that function as `--stage flow` prints it (`%12`).
 *
 *     app.ts#total: value, number | undefined
 *       undefined
 *         app.ts:9:3 js.global.set
 *         app.ts:4:10 js.get
 */
export function whyRepresentation(solver: Solver, trace: GrowthTrace, name: string, functionName: string | undefined): string {
  const variables = functionName === undefined ? namedVariables(solver) : valuesOf(solver, functionName);
  const found = variables.filter((variable) => variable.names.includes(name));
  if (found.length === 0) {
    const own = variables.filter(({ own }) => own).map(({ names }) => names[0]!);
    throw new CompileError([diagnostics.noSuchVariable(name, [...new Set(own)])]);
  }
  return found.map((variable) => explain(variable, trace)).join('\n');
}

interface NamedVariable {
  names: readonly string[];
  variable: Var;
  own: boolean;
  describe: (kinds: Kinds) => string;
}

function namedVariables(solver: Solver): NamedVariable[] {
  const found: NamedVariable[] = [];
  const describe = (kinds: Kinds): string => slotRepOf(kinds);
  for (const [symbol, variable] of solver.globals) {
    // A declaration's function, which is not a variable of the source.
    if (symbol.endsWith('$function')) continue;
    found.push({ names: [symbol, symbol.slice(symbol.lastIndexOf('#') + 1)], variable, own: isOfProgram({ file: symbol }), describe });
  }
  for (const o of solver.objects.values()) {
    const own = isOfProgram({ file: o.classInfo?.file ?? o.site?.instance.func.file ?? '' });
    const owner = objectName(o);
    for (const [field, variable] of o.fields) {
      found.push({ names: [`${owner}.${field}`, `${o.classInfo?.name ?? owner}.${field}`, `.${field}`], variable, own, describe });
    }
    if (o.kind !== 'array' && o.kind !== 'cell') continue;
    const declared = o.site?.instr && 'attrs' in o.site.instr && typeof o.site.instr.attrs.name === 'string' ? [o.site.instr.attrs.name] : [];
    const place = o.site ? [printPlace(o.site)] : [];
    found.push({ names: [owner, ...place, ...(o.kind === 'cell' ? declared : [])], variable: o.elements, own, describe });
  }
  return found;
}

/** The values of all instances of a function, by `%id`. */
function valuesOf(solver: Solver, functionName: string): NamedVariable[] {
  const functions = selectedFunctions([...new Set([...solver.instances.values()].map(({ func }) => func))], functionName, 'flow');
  const found: NamedVariable[] = [];
  for (const instance of solver.instances.values()) {
    const { func } = instance;
    if (!functions.includes(func)) continue;
    const values = [...func.params, ...func.blocks.flatMap(({ params, instrs }) => [...params, ...instrs.flatMap(({ result }) => result ?? [])])];
    for (const value of values) found.push({ names: [`%${value.id}`], variable: instance.var(value), own: true, describe: repOf });
  }
  return found;
}

function explain({ names: [name], variable, describe }: NamedVariable, trace: GrowthTrace): string {
  const lines = [`${name}: ${describe(variable)}, ${printKinds(variable)}`];
  for (const kind of kindsIn(variable)) lines.push(`  ${printKind(kind, variable)}`, ...chain(variable, kind, trace).map((step) => `    ${step}`));
  return `${lines.join('\n')}\n`;
}

function printKind(kind: Kind, variable: Var): string {
  if (typeof kind !== 'number') return objectName(kind);
  if (kind === HOLE) return 'hole (not yet initialised, or absent)';
  return printKinds({ ...(kind & variable.prims ? primitive(kind) : NOTHING), range: variable.range });
}

function chain(variable: Var, kind: Kind, trace: GrowthTrace): string[] {
  const steps: string[] = [];
  const seen = new Set<Var>();
  for (let at: Var | null = variable; at && !seen.has(at) && steps.length < MOST_STEPS;) {
    seen.add(at);
    const contribution = trace.of(at).get(kind);
    if (!contribution) break;
    const { place, from }: { place: typeof contribution.place; from: Var | null } = contribution;
    const step = place ? `${printPlace(place)} ${place.instr.op}` : 'the start of the program';
    if (steps.at(-1) !== step) steps.push(step);
    at = from;
  }
  return steps;
}
