const e = new Error('message');
console.log(Object.keys(e), e.name, e.message, 'stack' in e, typeof e.stack, e.stack!.split('\n')[0], Object.hasOwn(e, 'message'), Object.hasOwn(e, 'name'));
const bare = new Error();
console.log(Object.hasOwn(bare, 'message'), String(bare), bare.message === '');
e.message = 'changed';
e.name = 'Renamed';
console.log(String(e), `${e}`, e + '');
const withCause = new RangeError('outer', { cause: e });
console.log(withCause.cause === e, String(withCause), Object.keys(withCause));
class HttpError extends Error { constructor(readonly status: number, message?: string, readonly details: string[] = []) { super(message ?? `status ${status}`); } override get name(): string { return 'Http' + this.status; } }
const h = new HttpError(404);
console.log(String(h), h.status, h.details, h instanceof HttpError, Object.keys(h), Object.prototype.toString.call(h));
for (const C of [Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError]) { const x = new C('m'); console.log(x.name, String(x), x instanceof Error, x.constructor === C); }
