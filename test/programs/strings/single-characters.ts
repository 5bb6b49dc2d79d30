/** Strings of one unit, however they came about, against constants; code units of flat, wide and joined strings. */
const long = 'the quick brown fox jumps over the lazy dog';
const joined = long + '!' + long.length;
const wide = 'αβγ' + joined;
const narrowed = wide.slice(3, 6);
const made = [
  'a', long[9], joined[43], wide[0], wide[3], narrowed[0], String.fromCharCode(98), String.fromCharCode(945), ['b'].join(''), 'b'.repeat(1), `${'c'}`,
  'xby'.slice(1, 2), 'Ā', '', 'ab', 'b' + ''.padEnd(0), JSON.parse('"b"') as string, long[99], long.charAt(99), String(7), 'b\u0000', 'ÿ',
];
for (const c of made) {
  console.log(JSON.stringify(c), c === 'b', c !== 'b', 'b' === c, c < 'b', c <= 'b', c > 'b', c >= 'b', 'b' < c, 'b' >= c, c === '7', c === 'ÿ', c === 'α', c == 'a', c >= '');
}

function classify(c: string | number | undefined | null): string {
  if (c === 'x') return 'x';
  if (c === 5) return 'five';
  switch (c) {
    case 'b': return 'b';
    case '7': return 'seven';
    case undefined: return 'undefined';
    case null: return 'null';
    default: return 'other';
  }
}
console.log(['x', 'b', '7', 7, 5, undefined, null, 'xb', ''].map(classify).join(' '));

const anything: unknown[] = ['m', 'z', 77, undefined, null, true, { toString: () => 'm' }];
for (const each of anything) console.log((each as string) < 'n', (each as string) >= 'm', each === 'm', (each as string) == 'm');

let sum = 0;
for (const s of [long, joined, wide, narrowed, '']) for (let i = -1; i <= s.length; i++) sum += (s.charCodeAt(i) || 1) * (i + 2);
console.log(sum, long.charCodeAt(1.5), long.charCodeAt(-0), Number.isNaN(long.charCodeAt(43)), wide.charCodeAt(2), joined.charCodeAt(44));

/** Digits, spaces and words. */
function tokens(text: string): string[] {
  const found: string[] = [];
  let at = 0;
  while (at < text.length) {
    const c = text[at];
    const start = at;
    if (c === ' ' || c === '\t') at++;
    else if (c >= '0' && c <= '9') {
      while (text[at] >= '0' && text[at] <= '9') at++;
      found.push(`#${text.slice(start, at)}`);
    } else {
      while (at < text.length && text[at] !== ' ' && !(text[at] >= '0' && text[at] <= '9')) at++;
      found.push(text.slice(start, at));
    }
  }
  return found;
}
console.log(tokens('let x1 = 42 + y'), tokens(wide + ' ' + joined));

function common(a: string, b: string): number {
  let n = 0;
  for (let i = -1; i <= a.length; i++) for (let j = 0; j <= b.length; j++) if (a[i] === b[j]) n += (i + 2) * (j + 1);
  return n;
}
console.log(common(long, 'jumps'), common(joined, wide), common(wide, narrowed), common('', 'x'), common('ÿ', wide));
