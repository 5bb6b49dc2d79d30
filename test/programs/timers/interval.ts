let ticks = 0;
const interval = setInterval(() => {
  ticks++;
  console.log('tick', ticks);
  if (ticks === 3) {
    clearInterval(interval);
    setTimeout(() => console.log('done', ticks), 10);
  }
}, 2);
const other = setInterval(() => console.log('never'), 1);
clearInterval(other);
