// exit: 1
const config = ['a'].map((k) => {
  if (k === 'a') throw new RangeError('while initialising');
  return k;
});
console.log(config);
