/**
 * Members of built-in objects that node has and src/std lacks. The compiler runs on node, so node itself is asked: a program that can reach
 * such a member is refused by its name, while a name that node doesn't know either is undefined.
 */

const answers = new Map<string, boolean>();

/** Whether node's counterpart of a library module (`src/std/array`, `src/std/array.prototype`) has the own property. Symbols as `@@iterator`. */
export function nodeHasMember(module: string, name: string): boolean {
  const question = `${module}#${name}`;
  let answer = answers.get(question);
  if (answer === undefined) {
    const holder = counterpart(module);
    const key = name.startsWith('@@') ? (Symbol as unknown as Record<string, symbol>)[name.slice(2)] : name;
    answers.set(question, (answer = holder !== null && key !== undefined && Object.hasOwn(holder, key)));
  }
  return answer;
}

/** What a program writes for the member: `Object.freeze`, `Array.prototype.x`. */
export function memberText(module: string, name: string): string {
  const base = baseOf(module);
  const global = globalName(base) ?? base;
  const member = name.startsWith('@@') ? `[Symbol.${name.slice(2)}]` : `.${name}`;
  return `${global}${module.endsWith(PROTOTYPE) ? PROTOTYPE : ''}${member}`;
}

/** Whether `new` of node's counterpart of a library module makes an object. */
export function isNodeConstructor(module: string): boolean {
  const holder = counterpart(module);
  return typeof holder === 'function' && Object.hasOwn(holder, 'prototype');
}

/** The constructor that a library module stands for, as node has it; null: the module is a plain object (Math, console). */
export function builtInConstructor(module: string): { name: string; length: number } | null {
  const holder = counterpart(module);
  return typeof holder === 'function' ? { name: holder.name, length: holder.length } : null;
}

/** Names of what node's counterpart of a prototype module has beside `constructor`, and beside own properties of what inherits from it. */
export function builtInNames(module: string): string[] {
  const holder = counterpart(module);
  if (holder === null) return [];
  const parent = module.endsWith('array.prototype') && module !== 'src/std/array.prototype' ? (Object.getPrototypeOf(holder) as object) : {};
  return [...Object.getOwnPropertyNames(holder), ...Object.getOwnPropertyNames(parent)].filter((name) => !['length', 'name', 'prototype'].includes(name));
}

/** Whether a library module stands for a global of node, or the prototype of one. */
export function isGlobalObject(module: string): boolean {
  return counterpart(module) !== null;
}

const PROTOTYPE = '.prototype';

const baseOf = (module: string): string => module.slice(module.lastIndexOf('/') + 1).replace(PROTOTYPE, '');

/** `uint8-array` is Uint8Array. */
function globalName(base: string): string | null {
  const wanted = base.replaceAll('-', '').toLowerCase();
  return Object.getOwnPropertyNames(globalThis).find((name) => name.toLowerCase() === wanted) ?? null;
}

function counterpart(module: string): object | null {
  const base = baseOf(module);
  const name = globalName(base);
  const holder: unknown = base === 'typed-array' ? Object.getPrototypeOf(Uint8Array) : name === null ? null : (globalThis as Record<string, unknown>)[name];
  if (holder === null || (typeof holder !== 'object' && typeof holder !== 'function')) return null;
  return module.endsWith(PROTOTYPE) ? (holder as { prototype: object }).prototype : holder;
}
