import type { Attrs } from '../ir/function.ts';
import { canBeAmong } from './built-in-members.ts';
import {
  BIGINT, BOOLEAN, FALSE, HOLE, isEmpty, type Kinds, NOTHING, NULL, NULLISH, NUMBER, OPAQUE, primitive, STRING, SYMBOL, TRUE, UNDEFINED,
} from './kinds.ts';
import { type AbstractObject, isFunctionObject } from './object.ts';
import { constrain } from './range.ts';
import type { Instance } from './instance.ts';

interface Test {
  prims: number;
  objects: (o: AbstractObject) => boolean;
}

/** The kinds of js.test. */
const TESTS: Record<string, Test> = {
  undefined: { prims: UNDEFINED, objects: () => false },
  null: { prims: NULL, objects: () => false },
  nullish: { prims: NULLISH, objects: () => false },
  hole: { prims: HOLE, objects: () => false },
  number: { prims: NUMBER, objects: () => false },
  string: { prims: STRING, objects: () => false },
  boolean: { prims: BOOLEAN, objects: () => false },
  symbol: { prims: SYMBOL, objects: () => false },
  bigint: { prims: BIGINT, objects: () => false },
  function: { prims: 0, objects: isFunctionObject },
  object: { prims: 0, objects: (o) => !isFunctionObject(o) },
  array: { prims: 0, objects: (o) => o.kind === 'array' },
  typed: { prims: 0, objects: (o) => o.kind === 'typed' && o.module !== 'ArrayBuffer' },
  buffer: { prims: 0, objects: (o) => o.kind === 'typed' && o.module === 'ArrayBuffer' },
};

export function test(kind: string, kinds: Kinds): Kinds {
  const { prims, objects } = TESTS[kind]!;
  if (kinds.prims & OPAQUE) return primitive(BOOLEAN);
  const yes = (kinds.prims & prims) !== 0 || kinds.objects.some(objects);
  const no = (kinds.prims & ~prims) !== 0 || kinds.objects.some((o) => !objects(o));
  return primitive((yes ? TRUE : 0) | (no ? FALSE : 0));
}

export function refine(at: Instance, attrs: Attrs, args: readonly Kinds[]): Kinds {
  const [kinds, other] = args as [Kinds, Kinds | undefined];
  const is = attrs.is as boolean;
  const kind = attrs.kind as string;
  if (isEmpty(kinds)) return NOTHING;
  if (kind === 'compare') return refineCompare(kinds, other!, attrs.operator as string, is);
  if (kind === 'truthy') return refineTruthy(kinds, is);
  if (kind === 'instanceof') return refineInstance(at, kinds, other!, is);
  const wanted = TESTS[kind];
  if (!wanted) throw new Error(`no refinement ${kind}`);
  const mask = is ? wanted.prims | OPAQUE : ~wanted.prims;
  const prims = kinds.prims & mask;
  return { prims, range: prims & NUMBER ? kinds.range : null, objects: kinds.objects.filter((o) => wanted.objects(o) === is) };
}

function refineTruthy(kinds: Kinds, is: boolean): Kinds {
  if (is) {
    const prims = kinds.prims & ~(FALSE | NULLISH | HOLE);
    let { range } = kinds;
    if (range) range = { ...range, nan: false, lo: range.integer && range.lo === 0 ? 1 : range.lo, hi: range.integer && range.hi === 0 ? -1 : range.hi };
    const numeric = range && range.lo <= range.hi;
    return { prims: numeric ? prims : prims & ~NUMBER, range: numeric ? range : null, objects: kinds.objects };
  }
  const prims = kinds.prims & ~(TRUE | SYMBOL);
  const { range } = kinds;
  const falsy = range && (range.nan || (range.lo <= 0 && range.hi >= 0));
  if (!falsy) return { prims: prims & ~NUMBER, range: null, objects: NOTHING.objects };
  const zero = range.lo <= 0 && range.hi >= 0;
  return { prims, range: { lo: zero ? 0 : Infinity, hi: zero ? 0 : -Infinity, integer: range.integer, nan: range.nan }, objects: NOTHING.objects };
}

function refineInstance(at: Instance, kinds: Kinds, classes: Kinds, is: boolean): Kinds {
  const known = [...classes.objects];
  if (known.length === 0) return NOTHING;
  if (known.some((c) => c.kind !== 'class')) return kinds;
  const isInstance = (o: AbstractObject): boolean => {
    for (let c = o.kind === 'instance' ? classOf(o) : o.kind === 'prototype' ? at.solver.parentOf(classOf(o)!) : null; c; c = at.solver.parentOf(c)) if (known.includes(c)) return true;
    return false;
  };
  // Instances of another evaluation of a dynamic class are none.
  const sure = known.length === 1 && !known[0]!.classInfo!.dynamic;
  const objects = kinds.objects.filter((o) => (is ? isInstance(o) : !(sure && isInstance(o))));
  if (is) return { prims: kinds.prims & OPAQUE, range: null, objects };
  return { prims: kinds.prims, range: kinds.range, objects };
}

function classOf(instance: AbstractObject): AbstractObject | null {
  for (const c of instance.classObjects?.objects ?? []) return c;
  return null;
}

/** Numbers narrow their range; `===` also narrows to what both can be. */
function refineCompare(kinds: Kinds, other: Kinds, operator: string, is: boolean): Kinds {
  if (isEmpty(other)) return NOTHING;
  const holds = is ? operator : NEGATED[operator]!;
  if (holds === '===') {
    if ((kinds.prims | other.prims) & OPAQUE) return kinds;
    const prims = kinds.prims & other.prims;
    const range = prims & NUMBER ? constrain(kinds.range!, '===', other.range!) : null;
    return { prims: range ? prims : prims & ~NUMBER, range, objects: kinds.objects.filter((o) => canBeAmong(o, other.objects)) };
  }
  if (holds === '!==') {
    const single = other.objects.size === 0 && [UNDEFINED, NULL, TRUE, FALSE].includes(other.prims);
    if (single) return { prims: kinds.prims & ~other.prims, range: kinds.range, objects: kinds.objects };
    const isOneNumber = other.objects.size === 0 && other.prims === NUMBER && other.range!.lo === other.range!.hi && !other.range!.nan;
    return isOneNumber && kinds.range ? withoutNumber(kinds, other.range!.lo) : kinds;
  }
  if (!isNumeric(kinds) || !isNumeric(other)) return kinds;
  // A false comparison says nothing when an operand can be NaN, as undefined is; a true one says that neither was.
  if (!is && (canBeNaN(kinds) || canBeNaN(other))) return kinds;
  const range = kinds.range && other.range && constrain(kinds.range, holds, other.range);
  return range ? { prims: NUMBER, range, objects: kinds.objects } : NOTHING;
}

/** An integer at the end of its range moves the end. */
function withoutNumber(kinds: Kinds, x: number): Kinds {
  const range = kinds.range!;
  if (!range.integer || (x !== range.lo && x !== range.hi)) return kinds;
  const lo = x === range.lo ? range.lo + 1 : range.lo;
  const hi = x === range.hi ? range.hi - 1 : range.hi;
  if (lo <= hi) return { ...kinds, range: { ...range, lo, hi } };
  return { prims: kinds.prims & ~NUMBER, range: null, objects: kinds.objects };
}

/** Numbers, and what an index out of range gives. */
function isNumeric({ prims, objects }: Kinds): boolean {
  return (prims & ~(NUMBER | UNDEFINED)) === 0 && objects.size === 0;
}

function canBeNaN({ prims, range }: Kinds): boolean {
  return (prims & UNDEFINED) !== 0 || range!.nan;
}

const NEGATED: Record<string, string> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<', '===': '!==', '!==': '===' };
