class AppError extends Error {
  constructor(message: string, readonly code: number) {
    super(message);
    this.name = 'AppError';
  }
}
class NotFound extends AppError {
  constructor(what: string) {
    super(`${what} not found`, 404);
  }
  override toString(): string {
    return `[${this.code}] ${this.message}`;
  }
}
class Plain extends Error {}
const throwers: (() => never)[] = [
  () => { throw new NotFound('page'); },
  () => { throw new AppError('bad', 500); },
  () => { throw new RangeError('range'); },
  () => { throw new Plain('plain'); },
  () => { throw new Error(); },
];
for (const t of throwers) {
  try {
    t();
  } catch (e) {
    console.log(e instanceof NotFound, e instanceof AppError, e instanceof RangeError, e instanceof Error, String(e), (e as Error).name, (e as Error).constructor.name);
    if (e instanceof AppError) console.log(e.code);
  }
}
console.log(Object.keys(new NotFound('x')), new Error('m').message, Error('no new') instanceof Error, `${new TypeError('x')}`, new Error(undefined).message === '', Error.name, new SyntaxError('s').name);
