const name = 'World';
const n = 3;
console.log(`Hello ${name}!`, `${n} + ${n} = ${n + n}`, `nested ${`inner ${n > 2 ? `deep ${n}` : 'no'}`} end`, ``, `${''}`);
console.log(`line 1
line 2 \${escaped} \` tick \u0041`);
console.log(`${1}${'a'}${true}${null}${undefined}${[1, 2]}${-0}${0.1 + 0.2}`);
let order = '';
const t = (s: string): string => ((order += s), s);
console.log(`${t('a')}${t('b')}${t('c')}`, order);
class P { toString(): string { return 'P!'; } }
console.log(`${new P()} ${[new P(), new P()]}`);
