import { levelsOf } from '../flow/classes.ts';
import { isEmpty, object } from '../flow/kinds.ts';
import { functionInstance, typeArguments } from '../flow/calls.ts';
import { type AbstractObject, classSlot } from '../flow/object.ts';
import type { Instr, Value } from '../ir/function.ts';
import { VALUE_UNDEFINED } from '../layout/value.ts';
import { type Arguments, argumentsOf, boundParts, callFound, callTarget, groupBy } from './call.ts';
import { classCell, classSlots } from './class-cell.ts';
import { dispatch } from './dispatch.ts';
import type { Emitter } from './emitter.ts';
import { holeOf, storeSlot } from './property.ts';
import { box, immediate, repOf } from './representation.ts';

/** `new callee(args)`. */
export function constructValue(e: Emitter, instr: Instr): Value | null {
  const [callee, ...args] = instr.args as [Value, ...Value[]];
  return constructWith(e, instr, callee, argumentsOf(e, args));
}

export function constructSpread(e: Emitter, instr: Instr): Value | null {
  const [callee, list] = instr.args as [Value, Value];
  return constructWith(e, instr, callee, { values: [], kinds: [], list: { value: e.value(list), kinds: e.kinds(list) } });
}

function constructWith(e: Emitter, instr: Instr, callee: Value, args: Arguments): Value | null {
  const kinds = e.kinds(callee);
  const typeArgs = typeArguments(e.instance, instr);
  const rep = isEmpty(e.kinds(instr.result!)) ? null : repOf(e.kinds(instr.result!));
  return dispatch(e, e.value(callee), kinds, [
    { prims: ~0, objects: [], make: () => notAConstructor(e, instr) },
    ...[...kinds.objects].map((o) => ({
      prims: 0, objects: [o], make: (cell: Value) => {
        if (o.standsForBuiltIns) return e.hook('builtInMember', []);
        if (o.kind === 'class') return construct(e, o, cell, args, typeArgs);
        if (o.boundTarget?.kind === 'class') {
          const { target, given } = boundParts(e, o, cell, args);
          return construct(e, o.boundTarget, target, given, []);
        }
        if (o.kind === 'function' && o.func!.attrs.kind === 'function') return constructByFunction(e, instr, o, cell, args, typeArgs);
        if (o.kind !== 'namespace') return notAConstructor(e, instr);
        const { solver } = e.program;
        const exact = args.list ? null : solver.exported(o.module, `construct_${args.values.length}`);
        const made = exact ?? solver.exported(o.module, 'construct');
        return made ? callFound(e, instr, made, null, args, typeArgs) : notAConstructor(e, instr);
      },
    })),
  ], rep);
}

/** `new f()` of a function that is no class: an object that it returns takes the place of the new one. */
function constructByFunction(e: Emitter, instr: Instr, o: AbstractObject, callee: Value, args: Arguments, typeArgs: readonly string[]): Value {
  const instance = e.program.solver.constructedBy(o);
  const self = allocateObject(e, instance, new Map([[classSlot(o), callee]]));
  const target = functionInstance(e.instance, o, args.kinds, typeArgs);
  const given = callTarget(e, target, callee, self, callee, args);
  if (target.result.objects.size === 0 || !given) return self;
  const boxed = box(e.b, given);
  return e.choose(e.runtime('isObject', [boxed])!, 'value', () => boxed, () => self)!;
}

function notAConstructor(e: Emitter, instr: Instr): null {
  e.runtime('throwNotAConstructor', [e.text((instr.attrs.text as string | undefined) ?? 'value')]);
  return null;
}

/** A new instance of the class `callee`: the cell with empty slots, then its constructor. */
export function construct(e: Emitter, classObject: AbstractObject, callee: Value, args: Arguments, typeArgs: readonly string[]): Value {
  const instance = e.program.solver.instanceOf(classObject, typeArgs);
  const cell = allocateObject(e, instance, classSlots(e, instance, callee));
  runConstructor(e, classObject, instance, cell, classCell(e, classObject, instance, cell), args);
  return cell;
}

/** A cell with every slot in its initial state. */
export function allocateObject(e: Emitter, o: AbstractObject, given: ReadonlyMap<string, Value> = new Map()): Value {
  const layout = e.program.layouts.of(o);
  const cell = e.b.emit('alloc', 'ref', [], { shape: e.program.shape(o), bytes: layout.bytes });
  if (layout.extensionOffset) storeSlot(e, cell, { offset: layout.extensionOffset, rep: 'i64', name: '' }, e.i64(layout.firstMark));
  for (const slot of layout.slots.values()) {
    const value = given.get(slot.name);
    if (value) storeSlot(e, cell, slot, value);
    else if (slot.rep === 'f64') storeSlot(e, cell, slot, e.b.emit('f64.const', 'f64', [], { bits: 0n }));
    else if (slot.rep === 'i64') storeSlot(e, cell, slot, e.i64(0));
    else if (!o.isInitial(slot.name)) storeSlot(e, cell, slot, holeOf(e, slot.rep));
    else if (slot.rep === 'ref') e.b.effect('store.64', [cell, immediate(e.b, VALUE_UNDEFINED, 'value')], { offset: slot.offset, alias: `slot.${slot.offset}` });
    else storeSlot(e, cell, slot, immediate(e.b, VALUE_UNDEFINED, slot.rep));
  }
  return cell;
}

/** Runs a class's constructor, own or default, on `self`, which is of abstract object `instance`. */
export function runConstructor(e: Emitter, classObject: AbstractObject, instance: AbstractObject, self: Value, newTarget: Value, args: Arguments): void {
  const { solver } = e.program;
  const info = classObject.classInfo!;
  if (info.constructorFunction) {
    callTarget(e, solver.instance(solver.func(info.constructorFunction), instance.context), classCell(e, classObject, instance, self), self, newTarget, args);
    return;
  }
  const parent = solver.parentOf(classObject);
  if (parent) runConstructor(e, parent, instance, self, newTarget, args);
  runFieldInit(e, classObject, instance, self);
}

function runFieldInit(e: Emitter, classObject: AbstractObject, instance: AbstractObject, self: Value): void {
  const { solver } = e.program;
  const init = classObject.classInfo!.fieldInit;
  if (init) callTarget(e, solver.instance(solver.func(init), instance.context), classCell(e, classObject, instance, self), self, null, { values: [], kinds: [], list: null });
}

/** A base class's constructor begins with its own fields. */
export function initFields(e: Emitter, instr: Instr): null {
  const [self, cls] = instr.args as [Value, Value];
  forEachLevel(e, self, cls, (c, instance, cell) => runFieldInit(e, c, instance, cell));
  return null;
}

export function superCall(e: Emitter, instr: Instr): Value {
  const [self, cls, newTarget, ...args] = instr.args as [Value, Value, Value, ...Value[]];
  const given = instr.op === 'js.super.callspread'
    ? { values: [], kinds: [], list: { value: e.value(args[0]!), kinds: e.kinds(args[0]!) } }
    : argumentsOf(e, args);
  forEachLevel(e, self, cls, (c, instance, cell) => {
    const parent = e.program.solver.parentOf(c);
    if (parent) runConstructor(e, parent, instance, cell, e.value(newTarget), given);
    runFieldInit(e, c, instance, cell);
  });
  return e.value(self);
}

/**
 * Code for each object that is being constructed and the class that the running constructor belongs to. Objects in the same context run the
 * same instances: they share code.
 */
function forEachLevel(e: Emitter, self: Value, cls: Value, make: (c: AbstractObject, instance: AbstractObject, cell: Value) => void): void {
  const kinds = e.kinds(self);
  const levels = (o: AbstractObject): AbstractObject[] => levelsOf(e.program.solver, o, e.kinds(cls));
  const groups = groupBy([...kinds.objects], (o) => `${o.context.join(';')} ${levels(o).map(({ id }) => id).join()}`);
  dispatch(e, e.value(self), kinds, groups.map((objects) => ({
    prims: 0, objects, make: (cell: Value) => {
      const classes = levels(objects[0]!);
      dispatch(e, e.value(cls), object(...classes), classes.map((c) => ({
        prims: 0, objects: [c], make: () => {
          make(c, objects[0]!, cell);
          return null;
        },
      })), null);
      return null;
    },
  })), null);
}
