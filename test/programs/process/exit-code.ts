// exit: 3
console.log('before');
process.exitCode = 3;
console.log('still running');
setTimeout(() => console.log('timer ran', process.exitCode), 1);
