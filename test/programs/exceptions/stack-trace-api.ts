// Error.captureStackTrace and Error.stackTraceLimit; errors made again on the same stack, and on one that differs in one frame only.
class Failure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Failure';
    Error.captureStackTrace(this, Failure);
  }
}

/** Function names and lines of the program's own frames. */
function frames(stack: unknown): string {
  if (typeof stack !== 'string') return String(stack);
  return stack.split('\n').filter((line) => !line.includes(' at ') || line.includes('stack-trace-api.ts')).map((line) => {
    const place = line.slice(line.lastIndexOf('.ts:') + 4).split(':')[0];
    return line.includes(' at ') ? `${line.includes('(') ? line.trim().split(' ')[1] : ''}:${place}` : line;
  }).join(' | ');
}

function failure(depth: number): Error {
  return depth === 0 ? new Failure('deep') : failure(depth - 1);
}
console.log(frames(failure(2).stack));

function error(depth: number): Error {
  return depth === 0 ? new Error('deep') : error(depth - 1);
}
console.log(frames(error(20).stack));

Error.stackTraceLimit = 3;
const kept = error(20);
console.log(frames(error(20).stack));
Error.stackTraceLimit = 12;
console.log(frames(kept.stack));
console.log(frames(error(30).stack));
Error.stackTraceLimit = 0;
console.log(frames(error(3).stack));
Error.stackTraceLimit = Infinity;
console.log(frames(error(80).stack).length);
Error.stackTraceLimit = 10;

function outer(): { name: string; message: string; stack?: string } {
  return inner();
}
function inner(): { name: string; message: string; stack?: string } {
  const thing: { name: string; message: string; stack?: string } = { name: 'Thing', message: 'here' };
  Error.captureStackTrace(thing, inner);
  return thing;
}
console.log(frames(outer().stack), Object.keys(outer()));
function idle(): void {}
const untouched: { stack?: string } = {};
Error.captureStackTrace(untouched, idle);
console.log(JSON.stringify(untouched.stack));
const here: { stack?: string } = {};
Error.captureStackTrace(here);
console.log(frames(here.stack));

class Counter {
  count(): string {
    const place: { stack?: string } = {};
    Error.captureStackTrace(place, this.count);
    return frames(place.stack);
  }
}
console.log(new Counter().count());

function made(): Error {
  return new Error('again');
}
function left(): Error {
  return made();
}
function right(): Error {
  return made();
}
for (let round = 0; round < 3; round++) console.log(frames(left().stack), frames(right().stack), frames(made().stack));
