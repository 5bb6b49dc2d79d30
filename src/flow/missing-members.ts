import { BOOLEAN, HOLE, isEmpty, type Kinds, NOTHING, NULLISH, NUMBER, STRING, SYMBOL } from './kinds.ts';
import { prototypeModule } from './properties.ts';
import type { Solver } from './solver.ts';

/**
 * Members of built-ins that node has and the standard library lacks. A read of one would give undefined, its call a TypeError: where
 * the solved flow leaves nothing but that built-in for the object, the program is refused.
 */
export function reportMissingMembers(solver: Solver): void {
  for (const instance of solver.instances.values()) {
    if (instance.func.file.includes('src/std/')) continue;
    for (const block of instance.func.blocks) {
      if (!instance.isReached(block)) continue;
      for (const instr of block.instrs) {
        if (instr.op !== 'js.get' && instr.op !== 'js.callmethod') continue;
        const name = instr.attrs.name as string;
        const module = onlyHolder(instance.var(instr.args[0]!), name);
        if (module !== null && !isProvided(solver, module, name) && nodeHas(module, name)) solver.problem(instance, instr, `${shown(module)}.${name}`);
      }
    }
  }
}

const PRIMITIVE_HOLDERS: readonly (readonly [number, string])[] = [
  [STRING, 'src/std/string.prototype'], [NUMBER, 'src/std/number.prototype'], [BOOLEAN, 'src/std/boolean.prototype'], [SYMBOL, 'src/std/symbol.prototype'],
];

/** The module that a read of the name looks in first, where it is the same for all that the value can be; null: undecided. */
function onlyHolder(kinds: Kinds, name: string): string | null {
  const prims = kinds.prims & ~(NULLISH | HOLE);
  if (kinds.objects.size === 0) return PRIMITIVE_HOLDERS.find(([mask]) => prims !== 0 && (prims & ~mask) === 0)?.[1] ?? null;
  if (prims !== 0) return null;
  const modules = new Set<string>();
  for (const o of kinds.objects) {
    if (o.kind !== 'namespace' && o.kind !== 'array' && o.kind !== 'typed') return null;
    if (o.hasDictionary || !isEmpty(o.fields.get(name) ?? NOTHING)) return null;
    modules.add(o.kind === 'namespace' ? o.module : prototypeModule(o));
  }
  return modules.size === 1 ? [...modules][0]! : null;
}

/** What the language gives every function or array without the library. */
const INTRINSIC = new Set(['length', 'name', 'prototype', 'constructor', 'caller', 'arguments']);

function isProvided(solver: Solver, module: string, name: string): boolean {
  if (INTRINSIC.has(name) || name.startsWith('@@') || name.startsWith('__')) return true;
  return [module, 'src/std/object.prototype', 'src/std/function.prototype'].some((each) =>
    [name, `get_${name}`, `set_${name}`].some((exported) => solver.program.exports.has(`${each}#${exported}`)));
}

/** `src/std/uint8-array.prototype` is Uint8Array.prototype, `src/std/json` is JSON, `src/std/console` is console. */
function holderOf(module: string): { readonly shown: string; readonly value: unknown } {
  const [base, prototype] = module.slice('src/std/'.length).split('.') as [string, string?];
  const pascal = base.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const name = [pascal, base.toUpperCase(), base].find((each) => each in globalThis) ?? base;
  const value = (globalThis as Record<string, unknown>)[name];
  if (prototype === undefined) return { shown: name, value };
  return { shown: `${name}.prototype`, value: (value as { prototype?: unknown } | undefined)?.prototype };
}

const shown = (module: string): string => holderOf(module).shown;

function nodeHas(module: string, name: string): boolean {
  const { value } = holderOf(module);
  return ((typeof value === 'object' && value !== null) || typeof value === 'function') && name in value;
}
