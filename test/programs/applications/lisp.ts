type Value = number | string | boolean | null | Value[] | Lambda | Builtin;
type Builtin = (args: Value[]) => Value;
class Lambda { constructor(readonly params: string[], readonly body: Value, readonly env: Env) {} }
class Env {
  private readonly names = new Map<string, Value>();
  constructor(private readonly parent: Env | null = null) {}
  define(name: string, value: Value): void { this.names.set(name, value); }
  lookup(name: string): Value {
    const value = this.names.get(name);
    if (value !== undefined) return value;
    if (this.parent === null) throw new ReferenceError(`unbound: ${name}`);
    return this.parent.lookup(name);
  }
}
class Sym { constructor(readonly name: string) {} }
function tokenize(text: string): string[] {
  return text.replaceAll('(', ' ( ').replaceAll(')', ' ) ').split(' ').filter((t) => t.trim() !== '').map((t) => t.trim());
}
function read(tokens: string[]): Value {
  const t = tokens.shift();
  if (t === undefined) throw new SyntaxError('unexpected end');
  if (t === '(') {
    const list: Value[] = [];
    while (tokens[0] !== ')') list.push(read(tokens));
    tokens.shift();
    return list;
  }
  if (t === ')') throw new SyntaxError('unexpected )');
  if (t === '#t' || t === '#f') return t === '#t';
  const n = Number(t);
  return Number.isNaN(n) ? t : n;
}
function evaluate(x: Value, env: Env): Value {
  for (;;) {
    if (typeof x === 'string') return env.lookup(x);
    if (!Array.isArray(x)) return x;
    const [head, ...rest] = x;
    switch (head) {
      case 'quote': return rest[0];
      case 'if': x = evaluate(rest[0], env) !== false ? rest[1] : rest[2]; continue;
      case 'define': env.define(rest[0] as string, evaluate(rest[1], env)); return null;
      case 'lambda': return new Lambda(rest[0] as string[], rest[1], env);
      case 'let': {
        const inner = new Env(env);
        for (const [name, value] of rest[0] as [string, Value][]) inner.define(name, evaluate(value, env));
        x = rest[1];
        env = inner;
        continue;
      }
    }
    const f = evaluate(head, env);
    const args = rest.map((r) => evaluate(r, env));
    if (typeof f === 'function') return f(args);
    if (!(f instanceof Lambda)) throw new TypeError('not a function: ' + print(f));
    if (f.params.length !== args.length) throw new TypeError(`expected ${f.params.length} arguments, got ${args.length}`);
    const scope = new Env(f.env);
    f.params.forEach((p, i) => scope.define(p, args[i]));
    x = f.body;
    env = scope;
  }
}
function print(v: Value): string {
  if (Array.isArray(v)) return '(' + v.map(print).join(' ') + ')';
  if (typeof v === 'boolean') return v ? '#t' : '#f';
  if (v instanceof Lambda) return '<lambda>';
  return typeof v === 'function' ? '<builtin>' : String(v);
}
const global = new Env();
const numeric = (f: (a: number, b: number) => Value): Builtin => (args) => args.slice(1).reduce((a, b) => f(a as number, b as number), args[0]);
const builtins: Record<string, Builtin> = {
  '+': numeric((a, b) => a + b), '-': numeric((a, b) => a - b), '*': numeric((a, b) => a * b), '<': numeric((a, b) => a < b), '=': numeric((a, b) => a === b),
  list: (args) => args, car: ([l]) => (l as Value[])[0], cdr: ([l]) => (l as Value[]).slice(1), cons: ([a, l]) => [a, ...(l as Value[])], 'null?': ([l]) => Array.isArray(l) && l.length === 0,
};
for (const [name, f] of Object.entries(builtins)) global.define(name, f);
const program = [
  '(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))',
  '(fact 20)',
  '(define map (lambda (f l) (if (null? l) l (cons (f (car l)) (map f (cdr l))))))',
  '(map (lambda (x) (* x x)) (list 1 2 3.5 4))',
  '(define loop (lambda (n acc) (if (= n 0) acc (loop (- n 1) (+ acc n)))))',
  '(loop 10000 0)',
  '(let ((x 2) (y 3)) (let ((x 7) (z (+ x y))) (* z x)))',
  "(quote (a b (c #t)))",
  '(fact)', '(undefined-name)', '(1 2)', '(+ 1', 'map', '(lambda (x) x)',
];
for (const line of program) {
  try {
    console.log(`${line} => ${print(evaluate(read(tokenize(line)), global))}`);
  } catch (e) {
    console.log(`${line} => ${String(e)}`);
  }
}
