const s = 'aé😀\u{1F600}𝒳\u0301z';
console.log(s, s.length, [...s].length, s.charCodeAt(2), s.codePointAt(2), s.codePointAt(3), s.codePointAt(100));
console.log([...s].map((c) => c.codePointAt(0)!.toString(16)).join(' '));
console.log(String.fromCharCode(72, 105, 0xd83d, 0xde00), String.fromCodePoint(128512, 65), String.fromCharCode(65 + 65536));
console.log('ÄÖÜß'.toLowerCase(), 'äöüß'.toUpperCase(), 'Ω'.toLowerCase(), 'ÿ'.toUpperCase().charCodeAt(0));
console.log(s.slice(2, 3).length, s.slice(2, 4), s.split('').length, s.indexOf('😀'), 'naïve café'.length);
console.log('\x41\u0042\u{43}\t|\0|\\|\'|\"|\`'.length, 'multi\
line');
console.log('a' + 'é' + '€' + '😀', 'é' === '\u00e9', 'é' === ('e\u0301' as string), '€uro'.charCodeAt(0));
const latin = 'x'.repeat(10);
const wide = latin + '€';
console.log(wide.slice(0, 10) === latin, wide.slice(0, 10).length, wide.indexOf('€'), (wide + latin).lastIndexOf('x'));
