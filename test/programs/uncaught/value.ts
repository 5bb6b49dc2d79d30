// exit: 1
console.log('throws a string');
throw 'just text';
