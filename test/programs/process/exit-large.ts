// exit: 200
console.log('exit codes above 126 survive');
process.exit(200);
