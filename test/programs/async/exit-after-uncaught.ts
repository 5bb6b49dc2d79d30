// exit: 1
// Listeners of 'exit' run when an exception that nothing catches ends the program, too.
process.on('exit', (code) => console.log('exit', code));
void Promise.resolve().then(() => {
  throw new RangeError('in a reaction');
});
