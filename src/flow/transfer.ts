import type { Instr } from '../ir/function.ts';
import { callFunction, callMethod, callSpread, construct, constructSpread, initFields, superCall, superCallSpread } from './calls.ts';
import { makeClass } from './classes.ts';
import { makeArray, makeClosure, makeObject, pushElement, spreadElements } from './creation.ts';
import { intrinsic } from './intrinsics.ts';
import * as iteration from './iteration.ts';
import {
  BOOLEAN, FALSE, HOLE, joinKinds, type Kinds, NOTHING, NULL, numberConstant, object, primitive, STRING, TRUE, UNDEFINED, without,
} from './kinds.ts';
import { binary, compare, truthiness, unary } from './operators.ts';
import { copyProperties, define, defineAccessor, deleteProperty, listStatics, objectRest, readIndex, readNamed, readSuper, writeIndex, writeNamed, writeSuper } from './properties.ts';
import { refine, test } from './refine.ts';
import type { Instance } from './instance.ts';

/** What an instruction's result can be, given what its operands can be; writes what it stores into the variables of fields and cells. */
export function transfer(at: Instance, instr: Instr): Kinds {
  const rule = RULES[instr.op];
  if (!rule) throw new Error(`no flow rule for ${instr.op}`);
  const args = instr.args.map((arg) => at.var(arg));
  return rule(at, instr, args);
}

type Rule = (at: Instance, instr: Instr, args: readonly Kinds[]) => Kinds;

const CONSTANTS: Record<string, number> = { undefined: UNDEFINED, null: NULL, true: TRUE, false: FALSE, hole: HOLE, string: STRING };

const RULES: Record<string, Rule> = {
  'js.const': (_at, { attrs }) => (attrs.kind === 'number' ? numberConstant(doubleOf(attrs.value as bigint)) : primitive(CONSTANTS[attrs.kind as string]!)),
  'js.frombool': (_at, _instr, [a]) => primitive(a!.prims & BOOLEAN),
  'js.truthy': (_at, _instr, [a]) => truthiness(a!),
  'js.test': (_at, { attrs }, [a]) => test(attrs.kind as string, a!),
  'js.refine': (at, { attrs }, args) => refine(at, attrs, args),
  'js.unary': (at, instr, [a]) => unary(at, instr, a!),
  'js.binary': (at, instr, [a, b]) => binary(at, instr, a!, b!),
  'js.compare': (at, instr, [a, b]) => compare(at, instr, a!, b!),

  'js.global.get': (at, { attrs }) => at.read(at.solver.global(attrs.global as string)),
  'js.global.set': (at, { attrs }, [a]) => store(at, at.solver.global(attrs.global as string), a!),
  'js.builtin': (at, instr) => {
    const found = at.solver.exported('src/std/globals', instr.attrs.name as string);
    if (!found) at.solver.problem(at, instr, `global ${instr.attrs.name as string}`);
    return found === null ? NOTHING : 'dependOn' in found ? without(at.read(found), HOLE) : found;
  },
  'js.capture': (at, { attrs }, [closure]) => {
    let kinds: Kinds = NOTHING;
    for (const fn of closure!.objects) {
      const captured = fn.captures[attrs.index as number];
      if (captured) kinds = joinKinds(kinds, at.read(captured));
    }
    return kinds;
  },
  'js.capture.set': (at, { attrs }, [closure, a]) => {
    for (const fn of closure!.objects) fn.captures[attrs.index as number]?.add(a!, at.solver.queue);
    return NOTHING;
  },
  'js.cell': (at, instr, [a]) => {
    const cell = at.solver.object('cell', `cell:${at.key}:${instr.result!.id}`, []);
    cell.elements.add(a!, at.solver.queue);
    return object(cell);
  },
  'js.cell.get': (at, _instr, [cell]) => [...cell!.objects].reduce((kinds: Kinds, o) => joinKinds(kinds, at.read(o.elements)), NOTHING),
  'js.cell.set': (at, _instr, [cell, a]) => {
    for (const o of cell!.objects) o.elements.add(a!, at.solver.queue);
    return NOTHING;
  },
  'js.checktdz': (at, _instr, [a]) => {
    if (a!.prims & HOLE) at.solver.throwsError(at, 'ReferenceError');
    return without(a!, HOLE);
  },
  'js.closure': makeClosure,

  'js.get': (at, instr, [o]) => readNamed(at, instr, o!, instr.attrs.name as string),
  'js.set': (at, instr, [o, v]) => writeNamed(at, instr, o!, instr.attrs.name as string, v!),
  'js.getindex': (at, instr, [o, k]) => readIndex(at, instr, o!, k!),
  'js.setindex': (at, instr, [o, k, v]) => writeIndex(at, instr, o!, k!, v!),
  'js.delete': (at, instr, [o]) => deleteProperty(at, instr, o!, instr.attrs.name as string),
  'js.deleteindex': (at, instr, [o]) => deleteProperty(at, instr, o!, null),
  'js.super.get': (at, instr, [self, cls]) => readSuper(at, instr, self!, cls!),

  'js.super.set': (at, instr, [self, cls, v]) => writeSuper(at, instr, self!, cls!, v!),

  'js.call': (at, instr, [callee, self, ...args]) => callFunction(at, instr, callee!, self!, args),
  'js.callmethod': (at, instr, [o, ...args]) => callMethod(at, instr, o!, args),
  'js.callspread': (at, instr, [callee, self, list]) => callSpread(at, instr, callee!, self!, list!),
  'js.new': (at, instr, [callee, ...args]) => construct(at, instr, callee!, args),
  'js.newspread': (at, instr, [callee, list]) => constructSpread(at, instr, callee!, list!),
  'js.super.call': (at, instr, [self, cls, newTarget, ...args]) => superCall(at, instr, self!, cls!, newTarget!, args),
  'js.super.callspread': (at, instr, [self, cls, newTarget, list]) => superCallSpread(at, instr, self!, cls!, newTarget!, list!),
  'js.initfields': (at, _instr, [self, cls]) => initFields(at, self!, cls!),
  'js.intrinsic': intrinsic,

  'js.object': makeObject,
  'js.define': (at, instr, [o, k, v]) => define(at, instr, o!, k!, v!),
  'js.defineaccessor': (at, instr, [o, getter, setter]) => defineAccessor(at, instr, o!, getter!, setter!),
  'js.copyproperties': (at, instr, [target, source]) => copyProperties(at, instr, target!, source!),
  'js.objectrest': (at, instr, [source]) => objectRest(at, instr, source!),
  'js.array': makeArray,
  'js.array.push': (at, _instr, [array, v]) => pushElement(at, array!, v!),
  'js.array.spread': (at, instr, [array, source]) => spreadElements(at, instr, array!, source!),
  'js.class': makeClass,
  'js.forinkeys': (at, instr, [o]) => {
    for (const each of o!.objects) if (each.kind === 'class') listStatics(at, each);
    return object(at.solver.object('array', `keys:${at.key}:${instr.result!.id}`, ['string'], (made) => {
      made.elements.add(primitive(STRING), at.solver.queue);
    }));
  },

  'js.iterate': (at, instr, [a]) => iteration.open(at, instr, a!),
  'js.iterate.fetch': (at, instr, [it]) => iteration.fetch(at, instr, it!),
  'js.iterate.done': (at, instr, [it, , fetched]) => iteration.done(at, instr, it!, fetched!),
  'js.iterate.value': (at, instr, [it, , fetched]) => iteration.value(at, instr, it!, fetched!),
  'js.iterate.step': (_at, _instr, [it, i]) => iteration.step(it!, i!),
  'js.iterate.close': (at, instr, [it]) => iteration.close(at, instr, it!),
};

function store(at: Instance, to: { add(kinds: Kinds, queue: Instance['solver']['queue']): boolean }, kinds: Kinds): Kinds {
  to.add(kinds, at.solver.queue);
  return NOTHING;
}

function doubleOf(bits: bigint): number {
  return new Float64Array(BigUint64Array.of(bits).buffer)[0]!;
}
