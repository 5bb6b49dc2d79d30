import { isEmpty } from '../flow/kinds.ts';
import type { AbstractObject } from '../flow/object.ts';
import { isPrivate, memberObject } from '../flow/properties.ts';
import type { DataWord } from '../ir/module.ts';
import { CELL_ALIGNMENT as WORD_BYTES } from '../layout/cell.ts';
import { ATTRIBUTE_ACCESSOR, ATTRIBUTE_CONFIGURABLE, ATTRIBUTE_WRITABLE, ATTRIBUTES_OF_ASSIGNMENT } from '../layout/shape.ts';
import { F64U_HOLE_BITS, VALUE_HOLE, VALUE_UNDEFINED } from '../layout/value.ts';
import { classLayout } from './class-cell.ts';
import type { Slot } from './layout.ts';
import type { Program } from './program.ts';
import { classPrototype } from './prototype-cell.ts';
import { slotRepOf } from './representation.ts';
import { SLOT_CODES } from './static-data.ts';

/**
 * The static members of a class whose properties something may list, or look for by a computed name: they have words of its cell, and a property
 * table. Static fields of other classes are variables of their own, as those of modules.
 */
export interface StaticMembers {
  /** Words of the cell behind its header, with indices of tracked ones in the cell. */
  readonly words: readonly DataWord[];
  readonly tracked: readonly number[];
  readonly fields: ReadonlyMap<string, Slot>;
  readonly properties: readonly DataWord[];
}

const byProgram = new WeakMap<Program, Map<AbstractObject, StaticMembers>>();

/** Whether the cell of the class has a property table. The library's own classes are taken for functions. */
export function listsStatics(c: AbstractObject): boolean {
  return c.kind === 'class' && c.reflected && !c.classInfo!.file.startsWith('src/std/');
}

export function staticMembers(program: Program, c: AbstractObject): StaticMembers {
  let members = byProgram.get(program);
  if (!members) byProgram.set(program, (members = new Map()));
  let found = members.get(c);
  if (!found) members.set(c, (found = c.classInfo!.dynamic ? dynamicMembers(program, c) : computeMembers(program, c)));
  return found;
}

function property(program: Program, name: string, word: number, rep: Slot['rep'], attributes: number): DataWord {
  return { low: { symbol: program.statics.string(name) }, high: BigInt(word) | (BigInt(SLOT_CODES[rep]!) << 16n) | (BigInt(attributes) << 24n) };
}

/** In the order of ClassDefinitionEvaluation (ECMA-262 15.7.14): the prototype, methods and accessors, then fields as they are defined. */
function computeMembers(program: Program, c: AbstractObject): StaticMembers {
  const words: DataWord[] = [{ symbol: classPrototype(program, c) }];
  const properties = [property(program, 'prototype', 1, 'value', 0)];
  const own = c.classInfo!.members.filter(({ name, static: isStatic }) => isStatic && !isPrivate(name) && !name.startsWith('@@'));
  for (const name of new Set(own.map((member) => member.name))) {
    const cellOf = (kind: string): DataWord | null => {
      const member = own.find((each) => each.name === name && each.kind === kind);
      return member ? { symbol: program.functionCell(memberObject(program.solver, c, member.function)) } : null;
    };
    const method = cellOf('method');
    properties.push(property(program, name, 1 + words.length, 'value', method ? ATTRIBUTE_WRITABLE | ATTRIBUTE_CONFIGURABLE : ATTRIBUTE_ACCESSOR | ATTRIBUTE_CONFIGURABLE));
    if (method) words.push(method);
    else words.push(cellOf('get') ?? VALUE_UNDEFINED, cellOf('set') ?? VALUE_UNDEFINED);
  }
  const fields = new Map<string, Slot>();
  const tracked: number[] = [];
  for (const [name, kinds] of c.fields) {
    if (isEmpty(kinds)) continue;
    const rep = slotRepOf(kinds);
    const word = 1 + words.length;
    fields.set(name, { name, offset: WORD_BYTES * word, rep, kinds, optional: true, ordered: false });
    if (!isPrivate(name)) properties.push(property(program, name, word, rep, ATTRIBUTES_OF_ASSIGNMENT));
    if (rep === 'value' || rep === 'ref') tracked.push(word);
    words.push(rep === 'f64u' ? F64U_HOLE_BITS : rep === 'value' ? VALUE_HOLE : 0n);
  }
  return { words, tracked, fields, properties };
}

/** A class that a function makes: its fields lie in each of its cells (class-cell.ts). */
function dynamicMembers(program: Program, c: AbstractObject): StaticMembers {
  const fields = [...classLayout(program, c).statics.values()].filter(({ name }) => !isPrivate(name));
  return { words: [], tracked: [], fields: new Map(), properties: fields.map(({ name, offset, rep }) => property(program, name, offset / WORD_BYTES, rep, ATTRIBUTES_OF_ASSIGNMENT)) };
}
