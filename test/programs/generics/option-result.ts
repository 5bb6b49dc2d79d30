type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };
const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
const fail = <E>(error: E): Result<never, E> => ({ ok: false, error });
function parsePositive(text: string): Result<number, string> {
  const n = Number(text);
  if (Number.isNaN(n)) return fail(`'${text}' is not a number`);
  return n > 0 ? ok(n) : fail(`${n} is not positive`);
}
function map<T, U, E>(r: Result<T, E>, f: (t: T) => U): Result<U, E> {
  return r.ok ? ok(f(r.value)) : r;
}
for (const text of ['4', '-1', 'x', '2.25']) {
  const r = map(parsePositive(text), Math.sqrt);
  console.log(r.ok ? r.value : r.error, r);
}
class Option<T> {
  private constructor(private readonly value: T | undefined) {}
  static some<T>(value: T): Option<T> {
    return new Option(value);
  }
  static none<T>(): Option<T> {
    return new Option<T>(undefined);
  }
  map<U>(f: (t: T) => U): Option<U> {
    return this.value === undefined ? Option.none<U>() : Option.some(f(this.value));
  }
  orElse(other: T): T {
    return this.value ?? other;
  }
}
console.log(Option.some(3).map((n) => n * 2).orElse(0), Option.none<number>().map((n) => n * 2).orElse(-1), Option.some('a').map((s) => s.length).orElse(9));
