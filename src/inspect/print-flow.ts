import { readBeforeInitialisation } from '../flow/initialisation.ts';
import { isEmpty, type Kinds } from '../flow/kinds.ts';
import type { AbstractObject } from '../flow/object.ts';
import type { Instance } from '../flow/instance.ts';
import type { Solver } from '../flow/solver.ts';
import type { Value } from '../ir/function.ts';
import { isOfProgram } from '../program/own-source.ts';
import { Program, type TypedLibrary } from '../specialise/program.ts';
import { repOf } from '../specialise/representation.ts';
import { objectName, printKinds } from './print-kinds.ts';
import { selectedFunctions } from './selected-functions.ts';

/**
 * The flow of values for people: per function and context each JS-level value with what it can be and its representation, then module
 * variables, fields and array elements.
 *
 *     function app.ts#total <number>
 *       param 3                  array app.ts:3:15#12                      ref
 *       %9   4:10  js.getindex   number | undefined                        f64u
 *       result                   number                                    f64
 *
 *     variables
 *       app.ts#count             number [0, 10] integer                    i64
 *
 * `name`: only the functions of this name, and no variables.
 */
export function printFlow(solver: Solver, initialisers: readonly string[], dialect: TypedLibrary, name?: string): string {
  const program = new Program(solver, dialect, readBeforeInitialisation(solver, initialisers));
  const instances = [...solver.instances.values()].filter((instance) => instance.isReached(instance.func.entry));
  const wanted = new Set(selectedFunctions([...new Set(instances.map(({ func }) => func))], name, 'flow'));
  const sections = instances.filter(({ func }) => wanted.has(func)).map(printInstance);
  if (name === undefined) sections.push(printVariables(program), printObjects(program));
  return `${sections.join('\n\n')}\n`;
}

function printInstance(instance: Instance): string {
  const { func, context } = instance;
  const lines = [`function ${func.symbol}${context.length > 0 ? ` <${context.join(', ')}>` : ''}`];
  const add = (label: string, kinds: Kinds): void => {
    if (!isEmpty(kinds)) lines.push(row(label, kinds, repOf(kinds)));
  };
  func.params.forEach((param, i) => add(PARAMETERS[i] ?? `parameter ${i - PARAMETERS.length}`, instance.var(param)));
  for (const block of func.blocks) {
    if (!instance.isReached(block)) continue;
    const show = (value: Value, what: string): void => add(`%${value.id}  ${what}`, instance.var(value));
    block.params.forEach((param) => show(param, `b${block.id}`));
    for (const { op, attrs, result, position } of block.instrs) {
      if (result) show(result, `${position.line}:${position.column}  ${op}${shownAttribute(attrs)}`);
    }
  }
  add('result', instance.result);
  return lines.join('\n');
}

const PARAMETERS = ['closure', 'this', 'new.target'];

function shownAttribute(attrs: Readonly<Record<string, unknown>>): string {
  for (const key of ['operator', 'name', 'global', 'kind']) if (typeof attrs[key] === 'string') return ` ${attrs[key]}`;
  return '';
}

function printVariables(program: Program): string {
  const { solver } = program;
  const rows = [...solver.globals.keys()].filter((symbol) => isOfProgram({ file: symbol }) && !symbol.endsWith('$function') && !isEmpty(program.globalKinds(symbol)))
    .map((symbol) => row(symbol, program.globalKinds(symbol), program.global(symbol).rep));
  return ['variables', ...rows].join('\n');
}

/** Objects of the program first; those that the library makes are one list, since their contexts are the program's types. */
function printObjects(program: Program): string {
  const objects = [...program.solver.objects.values()];
  const isOwn = (o: AbstractObject): boolean => isOfProgram({ file: o.classInfo?.file ?? o.site?.instance.func.file ?? '' });
  const own = objects.filter(isOwn).flatMap((o) => printObject(program, o));
  const library = objects.filter((o) => !isOwn(o)).flatMap((o) => printObject(program, o));
  return ['objects', ...own, '', 'objects of the library', ...library].join('\n');
}

function printObject(program: Program, o: AbstractObject): string[] {
  const name = objectName(o);
  switch (o.kind) {
    case 'array':
      return [`  ${name}: ${program.elementsRep(o)} elements, ${printKinds(o.elements)}`];
    case 'cell':
      return isEmpty(o.elements) ? [] : [`  ${name}: ${program.cellRep(o)}, ${printKinds(o.elements)}`];
    case 'instance':
    case 'literal': {
      const { slots, extensionOffset, bytes } = program.layouts.of(o);
      const rows = [...slots.values()].map((slot) => row(`  .${slot.name} at ${slot.offset}${slot.optional ? '?' : ''}`, slot.kinds, slot.rep));
      return [`  ${name}: ${bytes} bytes${extensionOffset > 0 ? ' and a dictionary' : ''}`, ...rows];
    }
    default:
      return [];
  }
}

function row(label: string, kinds: Kinds, rep: string): string {
  return `  ${label.padEnd(44)}  ${rep.padEnd(6)} ${printKinds(kinds)}`;
}
