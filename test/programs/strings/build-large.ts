// Concatenation in loops, from both ends, with reads in between.
let s = '';
for (let i = 0; i < 20000; i++) s += String.fromCharCode(97 + (i % 26));
console.log(s.length, s[12345], s.slice(19990), s.indexOf('xyz', 10000));
let front = '';
for (let i = 0; i < 3000; i++) front = (i % 10) + front;
console.log(front.length, front.slice(0, 12), front.charCodeAt(1500));
let both = '|';
for (let i = 0; i < 1000; i++) both = '<' + both + '>';
console.log(both.length, both.indexOf('|'), both.slice(998, 1003));
let hash = 0;
let text = '';
for (let i = 0; i < 500; i++) {
  text += i;
  hash = (hash * 31 + text.charCodeAt(text.length - 1) + text.length) | 0;
}
console.log(hash, text.length);
let doubled = 'ab';
for (let i = 0; i < 14; i++) doubled += doubled;
console.log(doubled.length, doubled === 'ab'.repeat(16384), doubled.lastIndexOf('ba'));
const parts: string[] = [];
for (let i = 0; i < 1000; i++) parts.push(`item ${i}`);
console.log(parts.join(', ').length, parts.join('').length);
