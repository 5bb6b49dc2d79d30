/**
 * Writes an ordinary typed program of a given size, spread over modules: what a compiler's time is measured with. Each module has a few
 * domains of the kind that applications are made of (a class hierarchy, records in arrays, generic containers, string building, an index by
 * Map), written out with their own names and fields. The program runs everything and prints one checksum per module, so that what was compiled can be
 * compared with node.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NOUNS = ['Account', 'Order', 'Sensor', 'Parcel', 'Ticket', 'Vessel', 'Invoice', 'Planet', 'Recipe', 'Lesson', 'Market', 'Bridge', 'Garden', 'Engine', 'Letter'];
/** About what `domain` gives. */
const DOMAIN_LINES = 155;
const FIELDS = ['amount', 'weight', 'score', 'length', 'rank', 'level', 'total', 'offset', 'price', 'width'];

/** Writes `main.ts` and the modules into `folder`; gives the number of lines. */
export function writeLargeProgram(folder, { lines, modules }) {
  mkdirSync(folder, { recursive: true });
  let written = 0;
  const write = (name, text) => {
    writeFileSync(join(folder, name), text);
    written += text.split('\n').length - 1;
  };
  write('containers.ts', CONTAINERS);
  const perModule = Math.ceil((lines - written) / modules);
  for (let index = 0; index < modules; index++) {
    const parts = [header(index)];
    const names = [];
    for (let count = 0; lineCount(parts) + DOMAIN_LINES / 2 < perModule; count++) {
      const noun = `${NOUNS[(index + count) % NOUNS.length]}${index}x${count}`;
      names.push(noun);
      parts.push(domain(noun, index * 31 + count));
    }
    parts.push(`export function run${index}(): number {\n  let sum = 0;\n${names.map((noun) => `  sum = mix(sum, run${noun}());`).join('\n')}\n  return sum;\n}\n`);
    write(`module-${index}.ts`, parts.join('\n'));
  }
  const indices = Array.from({ length: modules }, (_, index) => index);
  write('main.ts', `${indices.map((i) => `import { run${i} } from './module-${i}.js';`).join('\n')}\n\n${indices.map((i) => `console.log('module ${i}', run${i}());`).join('\n')}\n`);
  return written;
}

function lineCount(parts) {
  return parts.reduce((sum, part) => sum + part.split('\n').length, 0);
}

function header(index) {
  const other = index > 0 ? `import { run${index - 1} } from './module-${index - 1}.js';\n` : '';
  return `import { Grid, LinkedList, PriorityQueue, Stack, mapValues, mix, type Comparator } from './containers.js';\n${other}
/** What the module before this one gives, once. */
export function earlier${index}(): number {
  return ${index > 0 ? `run${index - 1}() % 1000` : '7'};
}
`;
}

/** Some hundred lines about one noun; `seed` varies fields and constants. */
function domain(noun, seed) {
  const [a, b, c] = [0, 3, 7].map((step) => FIELDS[(seed + step) % FIELDS.length]);
  const local = noun[0].toLowerCase() + noun.slice(1);
  return `export interface ${noun}Record {
  readonly id: number;
  name: string;
  ${a}: number;
  ${b}: number;
  tags: string[];
  parent: ${noun}Record | null;
}

export type ${noun}State = 'new' | 'active' | 'closed';

export abstract class ${noun} {
  protected state: ${noun}State = 'new';
  private readonly history: string[] = [];

  constructor(readonly id: number, public ${a}: number, protected ${b}: number) {}

  abstract describe(): string;

  get ${c}Total(): number {
    return this.${a} * ${seed % 7 + 2} + this.${b};
  }

  advance(amount: number): boolean {
    if (amount < 0) throw new RangeError(\`${noun} \${this.id}: \${amount} is below zero\`);
    this.${a} += amount;
    this.history.push(\`\${this.state}:\${amount}\`);
    switch (this.state) {
      case 'new':
        this.state = 'active';
        return true;
      case 'active':
        if (this.${a} > ${seed % 50 + 20}) this.state = 'closed';
        return true;
      default:
        return false;
    }
  }

  summary(): string {
    return \`\${this.describe()} [\${this.history.join(', ')}]\`;
  }
}

export class Plain${noun} extends ${noun} {
  describe(): string {
    return \`plain ${local} \${this.id} at \${this.${a}}\`;
  }
}

export class Special${noun} extends ${noun} {
  private readonly extras = new Stack<number>();

  constructor(id: number, ${a}: number, private readonly label: string) {
    super(id, ${a}, label.length);
    for (let i = 0; i < label.length; i++) this.extras.push(label.charCodeAt(i) % ${seed % 9 + 3});
  }

  override advance(amount: number): boolean {
    const extra = this.extras.isEmpty ? 0 : this.extras.pop();
    return super.advance(amount + extra);
  }

  describe(): string {
    return \`special ${local} \${this.label.toUpperCase()} with \${this.extras.size}\`;
  }
}

function make${noun}Records(count: number): ${noun}Record[] {
  const records: ${noun}Record[] = [];
  for (let i = 0; i < count; i++) {
    const parent = i % 3 === 0 ? null : records[i >> 1]!;
    records.push({ id: i, name: \`${local}-\${(i * ${seed % 13 + 5}) % 17}\`, ${a}: (i * ${seed % 23 + 11}) % 29, ${b}: i / ${seed % 5 + 2}, tags: i % 2 === 0 ? ['even'] : ['odd', 'late'], parent });
  }
  return records;
}

const by${noun}Name: Comparator<${noun}Record> = (left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : left.id - right.id);

function depthOf${noun}(record: ${noun}Record): number {
  let depth = 0;
  for (let at: ${noun}Record | null = record; at !== null; at = at.parent) depth++;
  return depth;
}

function index${noun}Records(records: readonly ${noun}Record[]): Map<string, ${noun}Record[]> {
  const index = new Map<string, ${noun}Record[]>();
  for (const record of records) {
    const group = index.get(record.name);
    if (group) group.push(record);
    else index.set(record.name, [record]);
  }
  return index;
}

function render${noun}(records: readonly ${noun}Record[]): string {
  let text = '';
  for (const { id, name, tags, ${a} } of records) {
    const label = tags.map((tag) => tag[0] ?? '?').join('');
    text += \`\${id}:\${name}:\${label}:\${${a}};\`;
  }
  return text;
}

function simulate${noun}(width: number, height: number): number {
  const grid = new Grid<number>(width, height, 0);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) grid.set(x, y, (x * ${seed % 11 + 2} + y * ${seed % 7 + 3}) % ${seed % 5 + 4});
  }
  let total = 0;
  for (let step = 0; step < 3; step++) {
    for (let y = 1; y < height - 1; y++) {
      for (let x = 1; x < width - 1; x++) {
        const around = grid.get(x - 1, y) + grid.get(x + 1, y) + grid.get(x, y - 1) + grid.get(x, y + 1);
        grid.set(x, y, around % ${seed % 6 + 5});
        total = (total + around) | 0;
      }
    }
  }
  return total;
}

export function run${noun}(): number {
  const records = make${noun}Records(${seed % 9 + 12});
  const sorted = [...records].sort(by${noun}Name);
  const groups = mapValues(index${noun}Records(records), (group) => group.length);
  let sum = sorted.reduce((sofar, { ${b}, id }) => sofar + ${b} * id, 0);
  for (const [name, count] of groups) sum = mix(sum, name.length * count);
  const queue = new PriorityQueue<${noun}>((left, right) => left.${a} - right.${a});
  const list = new LinkedList<string>();
  for (const { id, ${a}, name } of records) queue.push(id % 2 === 0 ? new Plain${noun}(id, ${a}, depthOf${noun}(records[id]!)) : new Special${noun}(id, ${a}, name));
  while (queue.size > 0) {
    const next = queue.pop();
    try {
      next.advance(next.${c}Total % ${seed % 17 + 9} - 1);
      next.advance(2);
    } catch (error) {
      list.append(error instanceof RangeError ? error.message : String(error));
    }
    list.append(next.summary());
    if (next instanceof Special${noun}) sum = mix(sum, next.describe().length);
  }
  for (const text of list.toArray()) sum = mix(sum, text.length);
  return mix(sum, render${noun}(sorted).length + simulate${noun}(${seed % 4 + 5}, ${seed % 3 + 6}));
}
`;
}

const CONTAINERS = `export type Comparator<T> = (left: T, right: T) => number;

/** Order matters, and the result stays an integer below a million. */
export function mix(sum: number, next: number): number {
  return Math.floor(sum * 31 + next + 17) % 1_000_003;
}

export class Stack<T> {
  private readonly items: T[] = [];

  get size(): number {
    return this.items.length;
  }

  get isEmpty(): boolean {
    return this.items.length === 0;
  }

  push(item: T): void {
    this.items.push(item);
  }

  pop(): T {
    if (this.items.length === 0) throw new Error('the stack is empty');
    return this.items.pop()!;
  }
}

interface ListNode<T> {
  value: T;
  next: ListNode<T> | null;
}

export class LinkedList<T> {
  private first: ListNode<T> | null = null;
  private last: ListNode<T> | null = null;

  append(value: T): void {
    const node: ListNode<T> = { value, next: null };
    if (this.last) this.last.next = node;
    else this.first = node;
    this.last = node;
  }

  toArray(): T[] {
    const values: T[] = [];
    for (let node = this.first; node; node = node.next) values.push(node.value);
    return values;
  }
}

/** A binary heap. */
export class PriorityQueue<T> {
  private readonly heap: T[] = [];

  constructor(private readonly compare: Comparator<T>) {}

  get size(): number {
    return this.heap.length;
  }

  push(item: T): void {
    this.heap.push(item);
    let at = this.heap.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.compare(this.heap[at]!, this.heap[parent]!) >= 0) break;
      [this.heap[at], this.heap[parent]] = [this.heap[parent]!, this.heap[at]!];
      at = parent;
    }
  }

  pop(): T {
    const top = this.heap[0]!;
    const last = this.heap.pop()!;
    if (this.heap.length > 0) {
      this.heap[0] = last;
      let at = 0;
      for (;;) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2]) {
          if (child < this.heap.length && this.compare(this.heap[child]!, this.heap[least]!) < 0) least = child;
        }
        if (least === at) break;
        [this.heap[at], this.heap[least]] = [this.heap[least]!, this.heap[at]!];
        at = least;
      }
    }
    return top;
  }
}

export class Grid<T> {
  private readonly cells: T[] = [];

  constructor(readonly width: number, readonly height: number, fill: T) {
    for (let i = 0; i < width * height; i++) this.cells.push(fill);
  }

  get(x: number, y: number): T {
    return this.cells[y * this.width + x]!;
  }

  set(x: number, y: number, value: T): void {
    this.cells[y * this.width + x] = value;
  }
}

export function mapValues<K, V, R>(map: ReadonlyMap<K, V>, change: (value: V, key: K) => R): Map<K, R> {
  const result = new Map<K, R>();
  for (const [key, value] of map) result.set(key, change(value, key));
  return result;
}
`;
