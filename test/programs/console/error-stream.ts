// exit: 0
console.log('to stdout');
console.error('to stderr', 1, [2], { three: 3 });
console.warn('also stderr');
console.info('info is stdout');
console.debug('debug too');
console.error('%s formatted', 'error');
