import type { Instr } from '../ir/function.ts';
import { canBeAmong } from './built-in-members.ts';
import {
  BIGINT, BOOLEAN, FALSE, isEmpty, type Kinds, joinKinds, NOTHING, NULL, NULLISH, NUMBER, numbers, objectsOf, OPAQUE, only, primitive, STRING, SYMBOL,
  TRUE, UNDEFINED, without,
} from './kinds.ts';
import { add, ANY_NUMBER, bitwise, constrain, divide, exactly, joinRanges, multiply, negate, type Range, remainder, subtract } from './range.ts';
import type { Instance } from './instance.ts';
import type { AbstractObject } from './object.ts';
import { nameStatics, prototypeModule } from './properties.ts';

/** ToNumeric's number part: the range of ToNumber over everything the operand can be; null when it can be no number. */
export function numericRange(kinds: Kinds): Range | null {
  let range = kinds.range;
  const join = (more: Range): void => {
    range = range ? joinRanges(range, more) : more;
  };
  if (kinds.prims & UNDEFINED) join(exactly(NaN));
  if (kinds.prims & (NULL | FALSE)) join(exactly(0));
  if (kinds.prims & TRUE) join(exactly(1));
  if (kinds.prims & (STRING | OPAQUE) || kinds.objects.size > 0) join(ANY_NUMBER);
  return range;
}

/** Conversions of an object to a primitive call its methods; the result is taken to be any primitive but a symbol. */
function toPrimitive(at: Instance, instr: Instr, kinds: Kinds): Kinds {
  if (kinds.objects.size === 0) return kinds;
  // What computed names find in prototypes has no text: converting it ends the program.
  const ending = kinds.objects.filter((o) => o.standsForBuiltIns);
  if (ending.size > 0) at.solver.convertToPrimitive(at, instr, objectsOf(ending));
  const objects = kinds.objects.filter((o) => !o.standsForBuiltIns);
  const converted = objects.size > 0 || kinds.prims & OPAQUE ? at.solver.convertToPrimitive(at, instr, { prims: kinds.prims, range: kinds.range, objects }) : NOTHING;
  return joinKinds({ prims: kinds.prims, range: kinds.range, objects: NOTHING.objects }, converted);
}

export function unary(at: Instance, instr: Instr, operand: Kinds): Kinds {
  if (isEmpty(operand)) return NOTHING;
  const operator = instr.attrs.operator as string;
  if (operator === 'typeof') return primitive(STRING);
  if (operator === 'topropertykey') {
    const key = toPrimitive(at, instr, operand);
    return joinKinds(only(key, NUMBER | STRING | SYMBOL | OPAQUE), without(key, NUMBER | STRING | SYMBOL).prims ? primitive(STRING) : NOTHING);
  }
  const value = toPrimitive(at, instr, operand);
  if (operator === 'tostring') return primitive(STRING);
  const range = numericRange(value);
  if (!range) return NOTHING;
  if (operator === '-') return numbers(negate(range));
  if (operator === '~') return numbers(bitwise('^', range, exactly(-1)));
  return numbers(range); // + and tonumeric
}

const ARITHMETIC: Record<string, (a: Range, b: Range) => Range> = {
  '+': add, '-': subtract, '*': multiply, '/': divide, '%': remainder, '**': () => ANY_NUMBER,
};

export function binary(at: Instance, instr: Instr, left: Kinds, right: Kinds): Kinds {
  if (isEmpty(left) || isEmpty(right)) return NOTHING;
  const operator = instr.attrs.operator as string;
  const a = toPrimitive(at, instr, left);
  const b = toPrimitive(at, instr, right);
  if (a.prims & (SYMBOL | OPAQUE) || b.prims & (SYMBOL | OPAQUE)) at.solver.throwsError(at, 'TypeError');
  const strings = operator === '+' && ((a.prims | b.prims) & (STRING | OPAQUE)) !== 0 ? primitive(STRING) : NOTHING;
  const numeric = operator === '+' ? [without(a, STRING), without(b, STRING)] : [a, b];
  const x = numericRange(numeric[0]!);
  const y = numericRange(numeric[1]!);
  if (!x || !y) return strings;
  if (operator === '**') at.solver.callsPower(at);
  const rule = ARITHMETIC[operator];
  return joinKinds(strings, numbers(rule ? rule(x, y) : bitwise(operator, x, y)));
}

/** Which of true and false ToBoolean can give. */
export function truthiness(kinds: Kinds): Kinds {
  let result = 0;
  const { range } = kinds;
  if (kinds.prims & (TRUE | STRING | SYMBOL | BIGINT | OPAQUE) || kinds.objects.size > 0) result |= TRUE;
  if (kinds.prims & (FALSE | NULLISH | STRING | BIGINT | OPAQUE)) result |= FALSE;
  if (range) {
    if (range.lo < 0 || range.hi > 0) result |= TRUE;
    if (range.nan || (range.lo <= 0 && range.hi >= 0)) result |= FALSE;
  }
  return primitive(result);
}

/** Comparisons are decided where the operands' kinds or ranges leave no choice. */
export function compare(at: Instance, instr: Instr, left: Kinds, right: Kinds): Kinds {
  if (isEmpty(left) || isEmpty(right)) return NOTHING;
  const operator = instr.attrs.operator as string;
  switch (operator) {
    case '===':
      return strictEquality(left, right, TRUE, FALSE);
    case '!==':
      return strictEquality(left, right, FALSE, TRUE);
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const a = toPrimitive(at, instr, left);
      const b = toPrimitive(at, instr, right);
      if (a.prims !== NUMBER || b.prims !== NUMBER || !a.range || !b.range) return primitive(BOOLEAN);
      return relational(operator, a.range, b.range);
    }
    case '==':
    case '!=':
      if (left.objects.size > 0 && without(right, NULLISH | BOOLEAN).prims) toPrimitive(at, instr, left);
      if (right.objects.size > 0 && without(left, NULLISH | BOOLEAN).prims) toPrimitive(at, instr, right);
      return primitive(BOOLEAN);
    case 'in':
      if (without(right, 0).prims) at.solver.throwsError(at, 'TypeError');
      lookUp(at, instr, right, at.solver.constantString(at, instr.args[0]!));
      return primitive(BOOLEAN);
    default:
      return primitive(BOOLEAN);
  }
}

/** `in`: the runtime looks in prototypes for names that the objects' layouts do not decide. */
function lookUp(at: Instance, instr: Instr, base: Kinds, name: string | null): void {
  const decided = (o: AbstractObject): boolean => {
    at.read(o.elements);
    return (o.kind === 'instance' || o.kind === 'literal') && !o.hasDictionary && !o.accessors.has(name!);
  };
  if (name !== null && base.prims === 0 && [...base.objects].every(decided)) return;
  for (const o of base.objects) {
    if (o.kind === 'class') nameStatics(at, instr, o);
    else o.reflected = true;
    at.solver.lookIn(prototypeModule(o));
  }
}

function relational(operator: string, a: Range, b: Range): Kinds {
  const opposite = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' }[operator]!;
  let result = 0;
  if (constrain(a, operator, b)) result |= TRUE;
  if (a.nan || b.nan || constrain(a, opposite, b)) result |= FALSE;
  return primitive(result);
}

function strictEquality(a: Kinds, b: Kinds, equal: number, unequal: number): Kinds {
  if ((a.prims | b.prims) & OPAQUE) return primitive(BOOLEAN);
  const shared = a.prims & b.prims;
  const meet = (shared & ~NUMBER) !== 0 || (shared & NUMBER && constrain(a.range!, '===', b.range!) !== null) || a.objects.some((o) => canBeAmong(o, b.objects));
  const onlyOne = (k: Kinds): boolean => k.objects.size === 0 && [UNDEFINED, NULL, TRUE, FALSE].includes(k.prims);
  if (!meet) return primitive(unequal);
  if (onlyOne(a) && a.prims === b.prims && b.objects.size === 0) return primitive(equal);
  return primitive(BOOLEAN);
}
