const words = ['', 'a', 'A', 'b', 'aa', 'ab', 'é', 'z', '10', '9', '😀', '\uffff', 'a\0'];
for (const a of words) console.log(words.map((b) => [a < b, a <= b, a === b].map(Number).join('')).join(' '));
console.log('abc' === 'ab' + 'c', 'abc' == ('abc' as any), 'a' < 'b' && 'B' < 'a', [...words].sort().join());
