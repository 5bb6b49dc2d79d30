const log: (string | number)[] = [];
for (const x of [1, 2, 3, 4]) {
  try {
    if (x === 2) throw x;
    if (x === 3) continue;
    log.push(x);
  } catch (e) {
    log.push('c' + e);
    continue;
  } finally {
    log.push('f' + x);
  }
  log.push('end' + x);
}
console.log(log.join(' '));
let tries = 0;
for (;;) {
  try {
    if (++tries < 3) throw new Error('again');
    break;
  } catch {}
}
console.log(tries);
let w = 0;
while (w < 10) {
  try {
    w += 3;
    if (w > 5) break;
  } finally {
    w += 1;
  }
}
console.log(w);
