// exit: 1
process.exitCode = 5;
console.log('the uncaught error decides');
throw new Error('x');
