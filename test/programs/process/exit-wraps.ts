// exit: 1
process.exitCode = 257;
console.log('the code is taken modulo 256');
