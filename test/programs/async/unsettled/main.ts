// exit: 13
// A main module that waits for ever.
setTimeout(() => console.log('timer'), 1);
await new Promise(() => {});
console.log('never');
