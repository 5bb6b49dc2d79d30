// pending: the receiver of a callback is not part of its name in traces (Timeout.boom)
// exit: 1
setTimeout(function boom() {
  console.log('about to throw');
  throw new RangeError('from a timer');
}, 1);
setTimeout(() => console.log('never'), 30);
