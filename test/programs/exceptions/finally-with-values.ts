const log: unknown[] = [];
function f(x: number): unknown {
  let result: unknown = 'unset';
  for (let i = 0; i < 3; i++) {
    try {
      result = x + i;
      if (x === 1 && i === 1) return result;
      if (x === 2 && i === 1) break;
      if (x === 3 && i === 1) throw result;
      if (x === 4) continue;
    } catch (e) {
      result = { caught: e };
      if (x === 3) return result;
    } finally {
      log.push(`${x}${i}`);
      result = [result];
    }
  }
  return result;
}
for (let x = 0; x < 5; x++) console.log(f(x));
console.log(log.join(' '));
