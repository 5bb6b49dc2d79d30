import { type Block, type Func, type Instr, predecessors, reversePostorder, type Value } from '../ir/function.ts';
import type { ClassInfo } from '../ir/module.ts';

/**
 * Which own fields of a class nobody can see before they are assigned: on every path through construction they are set before `this` is
 * used for anything but reading and writing fields. Their initial `undefined` is unobservable, so their slots can be raw.
 */
export interface Construction {
  readonly definite: ReadonlySet<string>;
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
  const start: State = { assigned: new Set(), escaped: false };
  const visible = new Set<string>();
  const initFields = (state: State): State => {
    const init = info.fieldInit ? functionOf(info.fieldInit) : undefined;
    return init ? walk(init, state, visible, own, inherited, (s) => s) : state;
  };
  const afterSuper = (state: State): State => {
    if (parent?.escapes) escape({ ...state, assigned: new Set() }, visible, own);
    return initFields({ assigned: state.assigned, escaped: state.escaped || (parent?.escapes ?? false) });
  };
  const constructor = info.constructorFunction ? functionOf(info.constructorFunction) : undefined;
  const end = constructor
    ? walk(constructor, start, visible, own, inherited, info.hasHeritage ? afterSuper : initFields)
    : info.hasHeritage ? afterSuper(start) : initFields(start);
  escape(end, visible, own);
  return { definite: new Set([...own].filter((name) => !visible.has(name))), escapes: end.escaped, fields: new Set([...inherited, ...own]) };
}

interface State {
  assigned: Set<string>;
  escaped: boolean;
}

/** From here on everybody may look: fields not yet assigned are visible as undefined. */
function escape(state: State, visible: Set<string>, own: Set<string>): void {
  for (const name of own) if (!state.assigned.has(name)) visible.add(name);
}

function meet(a: State | undefined, b: State): State {
  if (!a) return { assigned: new Set(b.assigned), escaped: b.escaped };
  return { assigned: new Set([...a.assigned].filter((name) => b.assigned.has(name))), escaped: a.escaped || b.escaped };
}

/** Runs the analysis over one function; returns the state at its returns. */
function walk(
  func: Func, start: State, visible: Set<string>, own: Set<string>, inherited: ReadonlySet<string>, initialise: (state: State) => State,
): State {
  const aliases = new Set<Value>([func.params[1]!]);
  const constants = new Map<Value, Instr>();
  const order = reversePostorder(func);
  const preds = predecessors(func);
  const out = new Map<Block, State>();
  let end: State | undefined;
  // Blocks in reverse postorder; a back edge can only lose assignments made before the loop, never: sets only grow along a path.
  for (const block of order) {
    let state: State | undefined;
    if (block === func.entry) state = { assigned: new Set(start.assigned), escaped: start.escaped };
    else for (const { from } of preds.get(block)!) if (out.has(from)) state = meet(state, out.get(from)!);
    if (!state) continue;
    for (const instr of block.instrs) state = step(instr, state, aliases, constants, visible, own, inherited, initialise);
    const passed = [...block.term.args, ...block.term.edges.flatMap((edge) => edge.args)];
    if (block.term.op !== 'return' && passed.some((value) => aliases.has(value))) state = leak(state, visible, own);
    out.set(block, state);
    if (block.term.op === 'return') end = meet(end, state);
  }
  return end ?? { assigned: new Set(own), escaped: false };
}

function leak(state: State, visible: Set<string>, own: Set<string>): State {
  escape(state, visible, own);
  return { assigned: state.assigned, escaped: true };
}

function step(
  instr: Instr, state: State, aliases: Set<Value>, constants: Map<Value, Instr>, visible: Set<string>, own: Set<string>,
  inherited: ReadonlySet<string>, initialise: (state: State) => State,
): State {
  if (instr.op === 'js.const') constants.set(instr.result!, instr);
  const onThis = instr.args[0] !== undefined && aliases.has(instr.args[0]);
  const elsewhere = instr.args.slice(1).some((arg) => aliases.has(arg));
  if (!onThis && !elsewhere) return state;
  if (elsewhere) return leak(state, visible, own);
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
    case 'js.get': {
      const name = instr.attrs.name as string;
      if (own.has(name)) {
        if (!state.assigned.has(name)) visible.add(name);
        return state;
      }
      if (inherited.has(name)) return state;
      return leak(state, visible, own); // a getter would see `this`
    }
    case 'js.set':
      return assign(instr.attrs.name as string, instr.args[1]!);
    case 'js.define': {
      const key = constants.get(instr.args[1]!);
      return key?.attrs.kind === 'string' ? assign(key.attrs.value as string, instr.args[2]!) : leak(state, visible, own);
    }
    default:
      return leak(state, visible, own);
  }

  function assign(name: string, value: Value): State {
    if (inherited.has(name)) return state;
    if (!own.has(name)) return leak(state, visible, own); // a setter would see `this`
    if (constants.get(value)?.attrs.kind === 'undefined') return state;
    return { assigned: new Set(state.assigned).add(name), escaped: state.escaped };
  }
}
