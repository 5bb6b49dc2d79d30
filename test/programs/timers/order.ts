// Delays lie far enough apart that a busy machine does not change their order.
const log: string[] = [];
setTimeout(() => log.push('last'), 400);
setTimeout(() => log.push('1a'), 1);
setTimeout(() => log.push('0'), 0);
setTimeout(() => log.push('1b'), 1);
setTimeout((a: string, b: number) => log.push(a + b), 100, 'args', 7);
const cancelled = setTimeout(() => log.push('never'), 2);
clearTimeout(cancelled);
clearTimeout(undefined);
setTimeout(() => {
  log.push('nested outer');
  setTimeout(() => log.push('nested inner'), 0);
}, 200);
setTimeout(() => console.log(log.join(', ')), 600);
console.log('synchronous first');
