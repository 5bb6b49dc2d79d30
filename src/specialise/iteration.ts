import { BOOLEAN, HOLE, isEmpty, type Kinds, NULLISH, NUMBER, object, objectsOf, STRING, SYMBOL } from '../flow/kinds.ts';
import type { AbstractObject } from '../flow/object.ts';
import type { Instr, Value } from '../ir/function.ts';
import type { Rep } from '../ir/rep.ts';
import { VALUE_HOLE } from '../layout/value.ts';
import { arrayLength, callMethodOn } from './call.ts';
import { truthyOf } from './comparison.ts';
import { dispatch } from './dispatch.ts';
import { elementAt, typedElement, typedLength } from './element.ts';
import type { Emitter } from './emitter.ts';
import { byPlace, holeToUndefined, placeOf, stringLength } from './property.ts';
import { box, coerce, repOf } from './representation.ts';

const isIndexable = (o: AbstractObject): boolean => o.kind === 'array' || o.kind === 'typed';
const NO_ARGUMENTS = { values: [], kinds: [], list: null };
const named = (instr: Instr, name: string): Instr => ({ ...instr, attrs: { ...instr.attrs, name } });

export function open(e: Emitter, instr: Instr): Value | null {
  const [source] = instr.args as [Value];
  const kinds = e.kinds(source);
  const others = [...kinds.objects].filter((o) => !isIndexable(o));
  const given = e.instance.givenIterators(instr);
  return dispatch(e, e.value(source), kinds, [
    { prims: NULLISH | HOLE | NUMBER | BOOLEAN | SYMBOL, objects: [], make: (v) => notIterable(e, instr, v) },
    { prims: STRING, objects: [], make: (s) => s },
    { prims: 0, objects: [...kinds.objects].filter(isIndexable), make: (a) => a },
    {
      prims: 0, objects: others, make: (o) => checkedIterator(e, instr, callMethodOn(e, named(instr, '@@iterator'), o, object(...others), NO_ARGUMENTS, given)),
    },
  ], repOf(e.kinds(instr.result!)));
}

/** GetIteratorFromMethod, 7.4.3, with the call of a missing `next` brought forward. */
function checkedIterator(e: Emitter, instr: Instr, iterator: Value | null): Value | null {
  const given = e.instance.givenIterators(instr);
  if (isEmpty(given)) return null;
  const primitive = (): null => {
    e.runtime('throwIteratorIsNoObject', []);
    return null;
  };
  return dispatch(e, iterator ?? e.undefined(), given, [
    { prims: ~0, objects: [], make: primitive },
    {
      prims: 0, objects: [...given.objects].filter(isIndexable), make: () => {
        e.runtime('throwNotAFunction', [e.text('undefined')]);
        return null;
      },
    },
    { prims: 0, objects: [...given.objects].filter((o) => !isIndexable(o)), make: (it) => it },
  ], repOf(e.kinds(instr.result!)));
}

/** A message of the program's names the source text, where V8 does so. */
export function notIterable(e: Emitter, { attrs }: Instr, v: Value): null {
  if (attrs.text === undefined || e.instance.func.file.startsWith('src/std/')) e.runtime('throwValueNotIterable', [box(e.b, v)]);
  else e.runtime('throwNotIterable', [e.text(attrs.text as string)]);
  return null;
}

export function fetch(e: Emitter, instr: Instr): Value | null {
  const [it, i] = instr.args as [Value, Value];
  const kinds = e.kinds(it);
  const others = [...kinds.objects].filter((o) => !isIndexable(o));
  return dispatch(e, e.value(it), kinds, [
    { prims: STRING, objects: [], make: (s) => codePointAt(e, s, coerce(e.b, e.value(i), 'i64', 'index')) },
    { prims: 0, objects: [...kinds.objects].filter(isIndexable), make: () => null },
    { prims: 0, objects: others, make: (o) => callMethodOn(e, named(instr, 'next'), o, object(...others), NO_ARGUMENTS) },
  ], repOf(e.kinds(instr.result!)));
}

/** The string of the code point at a unit index, or hole at the end. */
function codePointAt(e: Emitter, s: Value, index: Value): Value {
  const { b } = e;
  const length = b.emit('i32.zext64', 'i64', [stringLength(e, s)]);
  return e.choose(b.emit('i64.lt_u', 'bool', [index, length]), 'value',
    () => e.runtime('stringCodePointAt', [s, coerce(b, index, 'i32', 'in range')]),
    () => b.emit('value.const', 'value', [], { bits: VALUE_HOLE }))!;
}

export function done(e: Emitter, instr: Instr): Value | null {
  const [it, i, fetched] = instr.args as [Value, Value, Value];
  const kinds = e.kinds(it);
  const { b } = e;
  const end = (length: Value): Value => b.emit('i64.ge_s', 'bool', [coerce(b, e.value(i), 'i64', 'index'), length]);
  return dispatch(e, e.value(it), kinds, [
    { prims: STRING, objects: [], make: () => b.emit('value.is', 'bool', [e.boxed(fetched)], { bits: VALUE_HOLE }) },
    { prims: 0, objects: [...kinds.objects].filter((o) => o.kind === 'array'), make: (a) => end(arrayLength(e, a)) },
    { prims: 0, objects: [...kinds.objects].filter((o) => o.kind === 'typed'), make: (a) => end(typedLength(e, a)) },
    {
      prims: 0, objects: [...kinds.objects].filter((o) => !isIndexable(o)), make: () => {
        const flags = resultProperty(e, instr, fetched, 'done');
        return flags ? truthyOf(e, flags.value, flags.kinds) : b.emit('bool.const', 'bool', [], { value: false });
      },
    },
  ], 'bool');
}

/** A property of the result of next(); null: it is always undefined. */
function resultProperty(e: Emitter, instr: Instr, fetched: Value, name: string): { value: Value; kinds: Kinds } | null {
  const results = objectsOf(e.kinds(fetched).objects);
  if (results.objects.size === 0) return null;
  const kinds = e.program.solver.namedKinds(e.instance, instr, results, name);
  const rep = repOf(kinds);
  const value = dispatch(e, coerce(e.b, e.value(fetched), 'ref', 'iterator result'), results,
    byPlace(results, (o) => placeOf(e, instr, o, name)).map(({ place, objects }) => ({
      prims: 0, objects, make: (self: Value) => place.read(e, self),
    })), rep);
  return value ? { value, kinds } : null;
}

export function value(e: Emitter, instr: Instr): Value | null {
  const [it, i, fetched] = instr.args as [Value, Value, Value];
  const kinds = e.kinds(it);
  const rep = repOf(e.kinds(instr.result!));
  const index = (): Value => coerce(e.b, e.value(i), 'i64', 'index');
  return valueOf(e, e.value(it), kinds, index, () => e.value(fetched), () => resultProperty(e, instr, fetched, 'value')?.value ?? null, rep);
}

function valueOf(
  e: Emitter, it: Value, kinds: Kinds, index: () => Value, fetched: () => Value, result: () => Value | null, rep: Rep,
): Value | null {
  const arrays = (elements: 'f64u' | 'value'): AbstractObject[] => [...kinds.objects].filter((o) => o.kind === 'array' && e.program.elementsRep(o) === elements);
  const element = (elements: 'f64u' | 'value') => (a: Value): Value => {
    const loaded = elementAt(e, a, elements, index());
    return arrays(elements).some((o) => o.elements.prims & HOLE) ? holeToUndefined(e, loaded) : loaded;
  };
  return dispatch(e, it, kinds, [
    { prims: STRING, objects: [], make: () => fetched() },
    { prims: 0, objects: arrays('f64u'), make: element('f64u') },
    { prims: 0, objects: arrays('value'), make: element('value') },
    ...[...kinds.objects].filter((o) => o.kind === 'typed').map((o) => ({ prims: 0, objects: [o], make: (a: Value) => typedElement(e, a, o.module, index()) })),
    { prims: 0, objects: [...kinds.objects].filter((o) => !isIndexable(o)), make: result },
  ], rep);
}

export function step(e: Emitter, instr: Instr): Value {
  const [it, i, fetched] = instr.args as [Value, Value, Value];
  const { b } = e;
  const next = coerce(b, e.value(i), 'i64', 'index');
  if ((e.kinds(it).prims & STRING) === 0) return b.emit('i64.add', 'i64', [next, e.i64(1)], { nowrap: true });
  return dispatch(e, e.value(it), e.kinds(it), [
    { prims: STRING, objects: [], make: () => b.emit('i64.add', 'i64', [next, b.emit('i32.zext64', 'i64', [stringLength(e, coerce(b, e.value(fetched), 'ref', 'code point'))])], { nowrap: true }) },
    { prims: 0, objects: [...e.kinds(it).objects], make: () => b.emit('i64.add', 'i64', [next, e.i64(1)], { nowrap: true }) },
  ], 'i64')!;
}

export function close(e: Emitter, instr: Instr): null {
  const [it] = instr.args as [Value];
  const kinds = e.kinds(it);
  const closable = [...kinds.objects].filter((o) => !isIndexable(o) && e.program.solver.namedKinds(e.instance, instr, object(o), 'return').objects.size > 0);
  if (closable.length === 0) return null;
  const rest = [...kinds.objects].filter((o) => !closable.includes(o));
  dispatch(e, e.value(it), kinds, [
    { prims: ~0, objects: rest, make: () => null },
    {
      prims: 0, objects: closable, make: (o) => {
        callMethodOn(e, { ...named(instr, 'return'), result: null }, o, object(...closable), NO_ARGUMENTS);
        return null;
      },
    },
  ], null);
  return null;
}

/** Runs `body` for each element of arrays and typed arrays. */
export function forEachElement(e: Emitter, source: Value, kinds: Kinds, body: (v: Value) => void): void {
  const { b } = e;
  const loop = (length: (it: Value) => Value, at: (it: Value, i: Value) => Value) => (it: Value): null => {
    const head = e.func.newBlock(['i64']);
    const inside = e.func.newBlock();
    const after = e.func.newBlock();
    b.jump(head, [e.i64(0)]);
    b.block = head;
    const i = head.params[0]!;
    b.branch(b.emit('i64.lt_s', 'bool', [i, length(it)]), inside, after);
    b.block = inside;
    body(at(it, i));
    b.jump(head, [b.emit('i64.add', 'i64', [i, e.i64(1)], { nowrap: true })]);
    b.block = after;
    return null;
  };
  const arrays = (elements: 'f64u' | 'value') => ({
    prims: 0, objects: [...kinds.objects].filter((o) => o.kind === 'array' && e.program.elementsRep(o) === elements),
    make: loop((a) => arrayLength(e, a), (a, i) => holeToUndefined(e, elementAt(e, a, elements, i))),
  });
  dispatch(e, source, kinds, [
    arrays('f64u'),
    arrays('value'),
    ...[...kinds.objects].filter((o) => o.kind === 'typed').map((o) => ({
      prims: 0, objects: [o], make: loop((a) => typedLength(e, a), (a, i) => typedElement(e, a, o.module, i)),
    })),
  ], null);
}
