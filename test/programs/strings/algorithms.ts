function isPalindrome(s: string): boolean {
  const letters = [...s.toLowerCase()].filter((c) => c >= 'a' && c <= 'z');
  return letters.join('') === [...letters].reverse().join('');
}
console.log(isPalindrome('A man, a plan, a canal: Panama'), isPalindrome('Toro'));
function levenshtein(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) current[j] = Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    previous = current;
  }
  return previous[b.length];
}
console.log(levenshtein('kitten', 'sitting'), levenshtein('', 'abc'), levenshtein('flaw', 'lawn'));
const caesar = (s: string, by: number): string => s.split('').map((c) => (c >= 'a' && c <= 'z' ? String.fromCharCode(((c.charCodeAt(0) - 97 + by + 26) % 26) + 97) : c)).join('');
console.log(caesar('hello, world', 3), caesar(caesar('round trip', 7), -7));
function runLength(s: string): string {
  let out = '';
  for (let i = 0; i < s.length; ) {
    let n = 1;
    while (s[i + n] === s[i]) n++;
    out += s[i] + (n > 1 ? n : '');
    i += n;
  }
  return out;
}
console.log(runLength('aaabccdddd'), runLength(''), runLength('z'));
const words = 'it was the best of times it was the worst of times'.split(' ');
console.log(words.map((w) => w[0].toUpperCase() + w.slice(1)).join(' '), new Set(words).size);
function permutations(s: string): string[] {
  return s.length <= 1 ? [s] : [...s].flatMap((c, i) => permutations(s.slice(0, i) + s.slice(i + 1)).map((p) => c + p));
}
console.log(permutations('abcd').length, permutations('abc'));
