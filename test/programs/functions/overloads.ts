function parse(input: string): number;
function parse(input: number): string;
function parse(input: string | number): string | number {
  return typeof input === 'string' ? input.length : 'n' + input;
}
console.log(parse('four'), parse(4));
function make(kind: 'list'): number[];
function make(kind: 'name'): string;
function make(kind: 'list' | 'name'): number[] | string {
  return kind === 'list' ? [1, 2] : 'name';
}
console.log(make('list').length, make('name').length);
function variadic(a: number, b?: string, c?: boolean): string {
  return [a, b, c].join('|');
}
console.log(variadic(1), variadic(1, 'x'), variadic(1, undefined, true));
