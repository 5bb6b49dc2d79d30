// exit: 3
// process.on('exit') and process.on('unhandledRejection').
process.on('unhandledRejection', (reason, promise) => {
  console.log('unhandled', reason, promise instanceof Promise);
  process.nextTick(() => console.log('tick of the listener'));
});
process.on('exit', (code) => {
  console.log('first', code);
  process.exitCode = 3;
});
process.on('exit', (code) => {
  console.log('second', code);
  setTimeout(() => console.log('never'), 0);
});
void Promise.reject(7);
void (async () => {
  await null;
  throw 'text';
})();
setTimeout(() => {
  console.log('timer');
  void Promise.reject([1]);
}, 20);
const late = Promise.reject(new Error('handled'));
queueMicrotask(() => void late.catch((e: Error) => console.log(e.message)));
