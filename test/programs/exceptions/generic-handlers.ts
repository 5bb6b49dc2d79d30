type Outcome<T> = [T, null] | [null, unknown];
const attempt = <T>(f: () => T): Outcome<T> => { try { return [f(), null]; } catch (e) { return [null, e]; } };
console.log(attempt(() => 1.5), attempt(() => { throw 'x'; }), attempt(() => attempt(() => { throw 2; })));
const [value, error] = attempt((): number => { throw new TypeError('t'); });
console.log(value, error instanceof TypeError);
class Aggregate extends Error { constructor(readonly errors: Error[]) { super(errors.map((e) => e.message).join(' + ')); } }
function all(fs: (() => void)[]): void { const errors: Error[] = []; for (const f of fs) try { f(); } catch (e) { errors.push(e instanceof Error ? e : new Error(String(e))); } if (errors.length) throw new Aggregate(errors); }
try { all([() => {}, () => { throw new Error('one'); }, () => { throw 2; }]); } catch (e) { console.log((e as Aggregate).errors.length, (e as Error).message, e instanceof Aggregate); }
