import type { Instr } from '../ir/function.ts';
import { callMethod } from './calls.ts';
import {
  BOOLEAN, HOLE, isEmpty, joinKinds, type Kinds, NOTHING, NULLISH, numbers, object, objectsOf, only, primitive, STRING, UNDEFINED, without,
} from './kinds.ts';
import { readElement, readNamed } from './properties.ts';
import { truthiness } from './operators.ts';
import { LENGTH } from './range.ts';
import type { Instance } from './instance.ts';

/**
 * Iteration (js.iterate.*): arrays, typed arrays and strings are walked by index, everything else by the protocol of ECMA-262 7.4.
 * `it` is what js.iterate gave: the indexable itself, or the iterator. An iterator that is no object, or an array, which has no `next`,
 * throws when it is opened.
 */

const isIndexable = (kind: string): boolean => kind === 'array' || kind === 'typed';

function indexables(kinds: Kinds): Kinds {
  return { prims: kinds.prims & STRING, range: null, objects: kinds.objects.filter((o) => isIndexable(o.kind)) };
}

function others(kinds: Kinds): Kinds {
  return objectsOf(kinds.objects.filter((o) => !isIndexable(o.kind)));
}

const named = (instr: Instr, name: string): Instr => ({ ...instr, attrs: { ...instr.attrs, name } });

export function open(at: Instance, instr: Instr, iterable: Kinds): Kinds {
  if (without(iterable, STRING).prims & ~HOLE) at.solver.throwsError(at, 'TypeError');
  if (iterable.prims & NULLISH) at.solver.throwsError(at, 'TypeError');
  const objects = others(iterable);
  if (isEmpty(objects)) return indexables(iterable);
  const given = at.givenIterators(instr);
  given.add(callMethod(at, named(instr, '@@iterator'), objects, []), at.solver.queue);
  if (given.prims || given.objects.some((o) => isIndexable(o.kind))) at.solver.throwsError(at, 'TypeError');
  return joinKinds(indexables(iterable), others(given));
}

export function fetch(at: Instance, instr: Instr, it: Kinds): Kinds {
  let result: Kinds = NOTHING;
  if (it.prims & STRING) result = primitive(STRING | HOLE);
  if ([...it.objects].some((o) => isIndexable(o.kind))) result = joinKinds(result, primitive(UNDEFINED));
  const iterators = others(it);
  return isEmpty(iterators) ? result : joinKinds(result, callMethod(at, named(instr, 'next'), iterators, []));
}

export function done(at: Instance, instr: Instr, it: Kinds, fetched: Kinds): Kinds {
  let result: Kinds = isEmpty(indexables(it)) ? NOTHING : primitive(BOOLEAN);
  const iterators = others(it);
  if (!isEmpty(iterators)) result = joinKinds(result, truthiness(readNamed(at, instr, results(fetched), 'done')));
  return result;
}

/** The result objects of next() among what was fetched. */
function results(fetched: Kinds): Kinds {
  return objectsOf(fetched.objects);
}

export function value(at: Instance, instr: Instr, it: Kinds, fetched: Kinds): Kinds {
  let result: Kinds = it.prims & STRING ? primitive(STRING) : NOTHING;
  for (const o of it.objects) {
    if (o.kind === 'array') {
      const elements = at.read(o.elements);
      result = joinKinds(result, elements.prims & HOLE ? joinKinds(without(elements, HOLE), primitive(UNDEFINED)) : elements);
    } else if (o.kind === 'typed') result = joinKinds(result, only(readElement(at, instr, o, numbers(LENGTH)), ~UNDEFINED));
  }
  if (isEmpty(others(it))) return result;
  return joinKinds(result, readNamed(at, instr, results(fetched), 'value'));
}

/** All that iterating can give. */
export function elementsOf(at: Instance, instr: Instr, it: Kinds): Kinds {
  return value(at, instr, it, fetch(at, instr, it));
}

export function step(it: Kinds, i: Kinds): Kinds {
  if (isEmpty(it) || isEmpty(i)) return NOTHING;
  return numbers(LENGTH);
}

export function close(at: Instance, instr: Instr, it: Kinds): Kinds {
  for (const o of others(it).objects) {
    const method = readNamed(at, named(instr, 'return'), object(o), 'return');
    if (method.objects.size > 0) callMethod(at, named(instr, 'return'), object(o), []);
  }
  return NOTHING;
}
