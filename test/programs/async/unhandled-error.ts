// exit: 1
// A rejection that nothing handles ends the program, after microtasks and before timers.
async function fails(): Promise<void> {
  await null;
  throw new TypeError('nobody catches it');
}
setTimeout(() => console.log('never'), 0);
void fails();
queueMicrotask(() => console.log('micro'));
process.nextTick(() => console.log('tick'));
console.log('main');
