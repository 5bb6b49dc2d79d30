const log: string[] = [];
function f(kind: string): string {
  try {
    log.push('try');
    if (kind === 'throw') throw new Error('t');
    if (kind === 'return') return 'from try';
  } catch (e) {
    log.push('catch');
    return 'from catch';
  } finally {
    log.push('finally');
    if (kind === 'override') return 'from finally';
  }
  return 'after';
}
for (const k of ['normal', 'throw', 'return', 'override']) console.log(k, f(k), log.splice(0).join(','));
function g(): number {
  let n = 1;
  try {
    return n;
  } finally {
    n = 2;
  }
}
console.log(g());
function h(): string {
  for (;;) {
    try {
      return 'lost';
    } finally {
      break;
    }
  }
  return 'broke';
}
console.log(h());
function k(): string {
  try {
    try {
      throw new Error('first');
    } finally {
      throw new Error('second');
    }
  } catch (e) {
    return (e as Error).message;
  }
}
console.log(k());
