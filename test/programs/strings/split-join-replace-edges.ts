console.log('a-b-c'.split('-', 0), 'a-b-c'.split('-', 10), 'abc'.split('', 2), '--'.split('-'), 'a'.split('a'), 'aXbXc'.split('X').length, 'abc'.split(undefined as any));
console.log('aaa'.replace('a', 'b'), 'aaa'.replaceAll('a', ''), ''.replaceAll('', 'x'), 'ab'.replaceAll('', '-'), 'a$b'.replace('$', '$$'), 'abc'.replace('b', '[$&]'), 'abc'.replace('b', "$`|$'"), 'abc'.replace('b', (m) => m.toUpperCase() + '!'));
console.log('abcabc'.indexOf('c', 3), 'abcabc'.indexOf('', 10), 'abc'.lastIndexOf(''), 'abcabc'.lastIndexOf('c', 4), 'abc'.indexOf('abcd'), 'abc'.includes('', 5));
console.log('abc'.substring(2, 0), 'abc'.substring(NaN, 2), 'abc'.slice(-10, 2), 'abc'.slice(2, 1), 'abc'.substr(1, 1), 'abc'.at(-4));
console.log(' \t\r\n\v\f\u00a0\u2003\u3000x\ufeff '.trim(), 'x'.padEnd(3, ''), 'x'.padStart(6, 'abc'), 'é'.padStart(2, '€'), 'abc'.padEnd(2));
console.log('a,b'.concat(1 as any, null as any), 'abc'.startsWith('', 3), 'abc'.endsWith('', 0), 'x'.repeat(2.9), 'ab'.codePointAt(5));
