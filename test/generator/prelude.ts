/** What every generated program begins with: its printing, its checksum, and generic code for all kinds of values to pass through. */
export const prelude = `
let checksum = 17;
let printed = 0;

function digest(value: unknown, depth = 0): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value === 'string') return '"' + value + '"';
  if (typeof value === 'function') return 'function';
  if (value === null || typeof value !== 'object') return String(value);
  if (depth > 3) return '...';
  if (Array.isArray(value)) return '[' + value.map((item) => digest(item, depth + 1)).join() + ']';
  if (value instanceof Map) return 'Map' + digest([...value], depth + 1);
  if (value instanceof Set) return 'Set' + digest([...value], depth + 1);
  return '{' + Object.keys(value).map((key) => key + ':' + digest((value as Record<string, unknown>)[key], depth + 1)).join() + '}';
}

function note(label: string, value: unknown): void {
  const text = digest(value);
  for (let i = 0; i < text.length; i++) checksum = (Math.imul(checksum, 31) + text.charCodeAt(i)) | 0;
  if (++printed <= 150) console.log(label, printed % 4 === 0 && !text.includes('function') ? value : text);
}

function attempt(label: string, action: () => unknown): void {
  try {
    note(label, action());
  } catch (error) {
    note(label + ' threw', error instanceof Error ? error.name : error);
  }
}

class Signal extends Error {
  constructor(readonly code: number, message: string) {
    super(message);
    this.name = 'Signal';
  }
}

// Not written at each catch: the checker narrows nothing where it finds that control cannot come.
function caught(error: unknown): unknown {
  return error instanceof Signal ? error.code : error instanceof Error ? error.name : error;
}

class Stack<T> {
  #items: T[] = [];
  push(item: T): number {
    return this.#items.length < 20 ? this.#items.push(item) : 20;
  }
  pop(otherwise: T): T {
    return this.#items.length > 0 ? this.#items.pop()! : otherwise;
  }
}

const wrong = (value: unknown): any => value;

const cut = (text: string): string => (text.length > 40 ? text.slice(0, 40) : text);

function choose<T>(first: boolean, a: T, b: T): T {
  return first ? a : b;
}

function lastOf<T>(items: T[], otherwise: T): T {
  return items.length > 0 ? items[items.length - 1] : otherwise;
}

function swapPair<A, B>([a, b]: [A, B]): [B, A] {
  return [b, a];
}

function throughStack<T>(a: T, b: T): T {
  const stack = new Stack<T>();
  stack.push(a);
  stack.push(b);
  stack.pop(a);
  return stack.pop(b);
}
`;
