// Tagged templates: the parts, raw and cooked, identity of the template object, receivers, and functions that build on it.
function show(strings: TemplateStringsArray, ...values: unknown[]): string {
  return JSON.stringify([strings, strings.raw, values]);
}
console.log(show`plain`, show``, show`a${1}b${'two'}c${[3]}`);
console.log(show`line\nbreak \u{41} \\ ${0} tab\t`);
console.log(String.raw`C:\new\table ${1 + 1} \u0041`, String.raw`${1}${2}`);
const same = (strings: TemplateStringsArray, ..._values: unknown[]): TemplateStringsArray => strings;
const seen: TemplateStringsArray[] = [];
for (let i = 0; i < 3; i++) seen.push(same`site ${i}`);
console.log(seen[0] === seen[1], seen[1] === seen[2], same`x` === same`x`, Object.isFrozen(seen[0]), Object.isFrozen(seen[0]!.raw));
console.log(seen[0], seen[0]!.raw, Array.isArray(seen[0]), seen[0]!.length, Object.keys(seen[0]!));
const cache = new Map<TemplateStringsArray, number>();
function counted(strings: TemplateStringsArray): number {
  cache.set(strings, (cache.get(strings) ?? 0) + 1);
  return cache.get(strings)!;
}
const once = (): number => counted`here`;
console.log(once(), once(), counted`there`, once());
const html = {
  escape: (s: string): string => s.split('<').join('&lt;'),
  tag(strings: TemplateStringsArray, ...values: string[]): string {
    return strings.reduce((text, part, i) => text + this.escape(values[i - 1]!) + part);
  },
};
console.log(html.tag`<b>${'<i>'}</b>${'x<y'}!`, html['tag']`${'<'}`);
const curried = (a: TemplateStringsArray) => (b: TemplateStringsArray, ...v: number[]) => `${a[0]}|${b.join('_')}|${v.join()}`;
console.log(curried`one``two${2}three`);
function typed<T>(strings: TemplateStringsArray, ...values: T[]): T[] {
  return strings.length > values.length ? values : [];
}
console.log(typed<number>`${1}${2}`, typed`${'a'}`);
class Query {
  constructor(readonly text: string) {}
  static sql(strings: TemplateStringsArray, ...values: (number | string)[]): Query {
    return new Query(strings.join('?') + ` [${values.join()}]`);
  }
}
console.log(Query.sql`select ${1} from ${'t'}`.text);
function bad(strings: TemplateStringsArray): string {
  return `${strings[0]} ${strings.raw[0]}`;
}
console.log(bad`\unicode and \xerxes`);
try {
  (seen[0] as unknown as string[]).push('more');
} catch (error) {
  console.log((error as Error).constructor.name);
}
try {
  (undefined as unknown as typeof show)`x${1}`;
} catch (error) {
  console.log((error as Error).message);
}
const order: string[] = [];
const note = <T>(name: string, value: T): T => (order.push(name), value);
note('tag', show)`${note('a', 1)}${note('b', 2)}`;
console.log(order.join());
