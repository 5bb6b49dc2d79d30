const text = 'the cat sat on the mat with the hat';
let at = -1;
const positions: number[] = [];
while ((at = text.indexOf('the', at + 1)) !== -1) positions.push(at);
console.log(positions);
const counts: Record<string, number> = {};
for (const c of text) counts[c] = (counts[c] ?? 0) + 1;
console.log(Object.entries(counts).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 5));
console.log(text.split(' ').map((w) => w.length).join(''), text.split(' ').reverse().join(' '), text.split('at').length);
const longestWord = text.split(' ').reduce((a, b) => (b.length > a.length ? b : a), '');
console.log(longestWord, text.replaceAll('the', 'a').length, text.split('the').join('THE'));
let vowels = 0;
for (let i = 0; i < text.length; i++) switch (text[i]) { case 'a': case 'e': case 'i': case 'o': case 'u': vowels++; }
console.log(vowels, text > 'the', text < 'thf', text.slice(0, 3) === 'the', text.charAt(4) + text[5] + text.at(6));
