import { type Block, type Func, type Instr, predecessors, reversePostorder, type Value } from '../ir/function.ts';
import type { ClassInfo } from '../ir/module.ts';

/**
 * What nobody can see of an object's construction. A field is *definite* when it is assigned on every path before `this` is used for
 * anything but reading and writing fields: the `undefined` that it is defined with is unobservable, so its slot can be raw. It is *late*
 * when somebody can see the object before it has the property at all (a base constructor that calls a method, a field initialiser
 * that passes `this` on), or when not all paths create it in the same order.
 */
export interface Construction {
  readonly definite: ReadonlySet<string>;
  readonly late: ReadonlySet<string>;
  /** The own fields in the order in which construction creates them; from the first late one on all are late. */
  readonly order: readonly string[];
  /** Names of methods and accessors, inherited ones too. */
  readonly members: ReadonlySet<string>;
  /** `this` may be seen by other code before construction ends. */
  readonly escapes: boolean;
  /** Names of all own and inherited fields: own data properties of every instance. */
  readonly fields: ReadonlySet<string>;
}

/** Must-analysis over the constructor and the field initialisers. `parent`: the same of the parent class, null for a base class. */
export function analyseConstruction(
  info: ClassInfo, functionOf: (symbol: string) => Func | undefined, parent: Construction | null,
): Construction {
  const own = new Set(info.fields);
  const inherited = parent?.fields ?? new Set<string>();
  const start: State = { assigned: new Set(), present: [], escaped: false };
  const names = new Set([...info.members.map(({ name }) => name), ...(parent?.members ?? [])]);
  const seen: Seen = { undefined: new Set(), absent: new Set(), sameOrder: Infinity, inherits: (name) => names.has(name) };
  const initFields = (state: State): State => {
    const init = info.fieldInit ? functionOf(info.fieldInit) : undefined;
    return init ? walk(init, state, seen, own, inherited, (s) => s) : state;
  };
  const afterSuper = (state: State): State => {
    if (parent?.escapes) escape(state, seen, own);
    return initFields({ ...state, escaped: state.escaped || (parent?.escapes ?? false) });
  };
  const constructor = info.constructorFunction ? functionOf(info.constructorFunction) : undefined;
  const end = constructor
    ? walk(constructor, start, seen, own, inherited, info.hasHeritage ? afterSuper : initFields)
    : info.hasHeritage ? afterSuper(start) : initFields(start);
  escape(end, seen, own);
  // What comes behind a late one is late: that one is created behind nothing that is there from the start.
  const inOrder = end.present.slice(0, Math.min(end.present.length, seen.sameOrder));
  const firstLate = inOrder.findIndex((name) => seen.absent.has(name));
  const punctual = firstLate < 0 ? inOrder : inOrder.slice(0, firstLate);
  const late = new Set([...own].filter((name) => !punctual.includes(name)));
  return {
    definite: new Set(punctual.filter((name) => !seen.undefined.has(name))),
    late,
    order: [...punctual, ...end.present.filter((name) => late.has(name)), ...[...late].filter((name) => !end.present.includes(name))],
    members: names,
    escapes: end.escaped,
    fields: new Set([...inherited, ...own]),
  };
}

interface State {
  /** Fields that hold a value other than the undefined that they may be defined with. */
  readonly assigned: ReadonlySet<string>;
  /** Fields that exist, in the order of their creation. */
  readonly present: readonly string[];
  readonly escaped: boolean;
}

/** Own fields that somebody may see as undefined, or as absent. */
interface Seen {
  readonly undefined: Set<string>;
  readonly absent: Set<string>;
  /** So many fields are created in the same order on all paths. */
  sameOrder: number;
  /** A read of the name finds a member of the class where the field is absent. */
  readonly inherits: (name: string) => boolean;
}

/** From here on everybody may look. */
function escape(state: State, seen: Seen, own: ReadonlySet<string>): void {
  for (const name of own) {
    if (!state.present.includes(name)) seen.absent.add(name);
    else if (!state.assigned.has(name)) seen.undefined.add(name);
  }
}

/** The constructor itself reads a field. */
function read(name: string, state: State, seen: Seen): void {
  if (!state.present.includes(name) && seen.inherits(name)) seen.absent.add(name);
  else if (!state.assigned.has(name)) seen.undefined.add(name);
}

/** What holds on both paths. What is created in different orders is present in no order that is known. */
function meet(a: State | undefined, b: State, seen: Seen): State {
  if (!a) return b;
  const differ = a.present.findIndex((name, i) => b.present[i] !== name);
  const common = differ < 0 ? a.present : a.present.slice(0, differ);
  if (a.present.length !== common.length || b.present.length !== common.length) seen.sameOrder = Math.min(seen.sameOrder, common.length);
  return { assigned: new Set([...a.assigned].filter((name) => b.assigned.has(name))), present: common, escaped: a.escaped || b.escaped };
}

/** Runs the analysis over one function; returns the state at its returns. */
function walk(
  func: Func, start: State, seen: Seen, own: ReadonlySet<string>, inherited: ReadonlySet<string>, initialise: (state: State) => State,
): State {
  const aliases = new Set<Value>([func.params[1]!]);
  const constants = new Map<Value, Instr>();
  const order = reversePostorder(func);
  const preds = predecessors(func);
  const into = new Map<Block, State>();
  const out = new Map<Block, State>();
  let end: State | undefined;
  // Blocks in reverse postorder; a back edge can only lose assignments made before the loop, never: sets only grow along a path.
  for (const block of order) {
    let state: State | undefined;
    if (block === func.entry) state = start;
    else for (const { from } of preds.get(block)!) if (out.has(from)) state = meet(state, out.get(from)!, seen);
    if (!state) continue;
    into.set(block, state);
    for (const instr of block.instrs) state = step(instr, state, aliases, constants, seen, own, inherited, initialise);
    const passed = [...block.term.args, ...block.term.edges.flatMap((edge) => edge.args)];
    if (block.term.op !== 'return' && passed.some((value) => aliases.has(value))) state = leak(state, seen, own);
    out.set(block, state);
    // What the first pass through a loop creates is there in the next one.
    for (const { block: next } of block.term.edges) if (into.has(next)) meet(into.get(next), state, seen);
    if (block.term.op === 'return') end = meet(end, state, seen);
  }
  return end ?? { assigned: own, present: [...own], escaped: false };
}

function leak(state: State, seen: Seen, own: ReadonlySet<string>): State {
  escape(state, seen, own);
  return { ...state, escaped: true };
}

function step(
  instr: Instr, state: State, aliases: Set<Value>, constants: Map<Value, Instr>, seen: Seen, own: ReadonlySet<string>,
  inherited: ReadonlySet<string>, initialise: (state: State) => State,
): State {
  if (instr.op === 'js.const') constants.set(instr.result!, instr);
  const onThis = instr.args[0] !== undefined && aliases.has(instr.args[0]);
  const elsewhere = instr.args.slice(1).some((arg) => aliases.has(arg));
  if (!onThis && !elsewhere) return state;
  if (elsewhere) return leak(state, seen, own);
  switch (instr.op) {
    case 'js.refine':
    case 'js.checktdz':
      aliases.add(instr.result!);
      return state;
    case 'js.initfields':
      return initialise(state);
    case 'js.super.call':
    case 'js.super.callspread':
      aliases.add(instr.result!);
      return initialise(state);
    case 'js.intrinsic':
      return instr.attrs.name === 'defineHidden' ? state : leak(state, seen, own);
    case 'js.get': {
      const name = instr.attrs.name as string;
      if (own.has(name)) {
        read(name, state, seen);
        return state;
      }
      if (inherited.has(name)) return state;
      return leak(state, seen, own); // a getter would see `this`
    }
    case 'js.set':
      return assign(instr.attrs.name as string, instr.args[1]!);
    case 'js.define': {
      const key = constants.get(instr.args[1]!);
      return key?.attrs.kind === 'string' ? assign(key.attrs.value as string, instr.args[2]!) : leak(state, seen, own);
    }
    default:
      return leak(state, seen, own);
  }

  function assign(name: string, value: Value): State {
    if (inherited.has(name)) return state;
    if (!own.has(name)) return leak(state, seen, own); // a setter would see `this`
    const present = state.present.includes(name) ? state.present : [...state.present, name];
    const assigned = constants.get(value)?.attrs.kind === 'undefined' ? state.assigned : new Set(state.assigned).add(name);
    return { assigned, present, escaped: state.escaped };
  }
}
