function f(n: number): string {
  const log: string[] = [];
  const done = (r: string): string => r + ':' + log.join('');
  try {
    try {
      if (n === 0) return done('try');
      if (n === 1) throw 'x';
    } finally {
      log.push('a');
      if (n === 2) return done('inner finally');
    }
    log.push('b');
  } catch (e) {
    log.push('c' + e);
  } finally {
    log.push('d');
    try {
      if (n === 3) throw 'y';
    } catch {
      log.push('e');
    }
  }
  return done('end');
}
for (let i = 0; i < 5; i++) console.log(f(i));
