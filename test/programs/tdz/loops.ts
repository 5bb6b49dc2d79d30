const log: string[] = [];
for (let i = 0; i < 2; i++) {
  const read = (): number => v;
  try {
    log.push(String(read()));
  } catch (e) {
    log.push('tdz');
  }
  let v = i * 10;
  log.push(String(read()));
}
console.log(log.join(' '));
const fixed = 1;
try {
  (fixed as any) = 2;
} catch (e) {
  console.log(String(e));
}
