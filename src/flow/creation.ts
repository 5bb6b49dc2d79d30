import type { Instr } from '../ir/function.ts';
import { type Kinds, NOTHING, object, primitive, SYMBOL, UNDEFINED } from './kinds.ts';
import { open, elementsOf } from './iteration.ts';
import type { Instance } from './instance.ts';
import { elementKey, libraryFile, libraryKey, substitute } from './type-key.ts';

/** Object literals with the same names in the same order and the same type key are one abstract object; each library file has its own. */
export function makeObject(at: Instance, instr: Instr, args: readonly Kinds[]): Kinds {
  const names = instr.attrs.names as readonly string[];
  const typeKey = substitute(instr.attrs.key as string, at.context);
  const made = at.solver.object('literal', `{${names.join(',')}}:${typeKey}${libraryFile(at.func.file)}`, [typeKey], (o) => o.initialNames.push(...inPropertyOrder(names)));
  names.forEach((name, i) => {
    made.field(name).add(args[i]!, at.solver.queue);
    made.anyField.add(args[i]!, at.solver.queue);
    if (name.startsWith('@@')) made.symbolKeys.add(primitive(SYMBOL), at.solver.queue);
  });
  return object(made);
}

/** Indices come first, ascending (ECMA-262 10.1.11); of a name given twice the first place counts. */
function inPropertyOrder(names: readonly string[]): string[] {
  const isIndex = (name: string): boolean => /^(0|[1-9]\d{0,9})$/.test(name) && Number(name) < 2 ** 32 - 1;
  const unique = [...new Set(names)];
  return [...unique.filter(isIndex).sort((a, b) => Number(a) - Number(b)), ...unique.filter((name) => !isIndex(name))];
}

export function makeArray(at: Instance, instr: Instr, args: readonly Kinds[]): Kinds {
  const written = instr.attrs.key as string;
  const key = libraryKey(at.func.file, elementKey(written), elementKey(substitute(written, at.context)));
  const made = at.solver.object('array', `array:${at.key}:${instr.result!.id}`, [key]);
  for (const arg of args) made.elements.add(arg, at.solver.queue);
  return object(made);
}

export function pushElement(at: Instance, array: Kinds, v: Kinds): Kinds {
  for (const o of array.objects) o.elements.add(v, at.solver.queue);
  return NOTHING;
}

/** `[...source]`: arrays and typed arrays are copied in place, everything else by a loop in the standard library. */
export function spreadElements(at: Instance, instr: Instr, array: Kinds, source: Kinds): Kinds {
  const direct = source.prims === 0 && [...source.objects].every((o) => o.kind === 'array' || o.kind === 'typed');
  if (direct) {
    const elements = elementsOf(at, instr, open(at, instr, source));
    for (const o of array.objects) o.elements.add(elements, at.solver.queue);
  } else {
    const undef = primitive(UNDEFINED);
    appendAll(at, array).call(at, NOTHING, undef, undef, [array, source]);
  }
  return NOTHING;
}

/** The loop's instance for an array. */
export function appendAll(at: Instance, array: Kinds): Instance {
  const [first] = array.objects;
  return at.solver.instance(at.solver.func('src/std/hooks#appendAll'), [first?.context[0] ?? 'any', first?.key ?? '']);
}

export function makeClosure(at: Instance, instr: Instr, args: readonly Kinds[]): Kinds {
  const func = at.solver.func(instr.attrs.function as string);
  const made = at.solver.functionObject(func, at.context, args.length + ((instr.attrs.slots as number | undefined) ?? 0));
  args.forEach((arg, i) => made.captures[i]!.add(arg, at.solver.queue));
  return object(made);
}
