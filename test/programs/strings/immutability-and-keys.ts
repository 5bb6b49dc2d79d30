const s: any = 'abc';
try {
  s[0] = 'x';
} catch (e) {
  console.log((e as Error).name, (e as Error).message);
}
try {
  s.length = 1;
} catch (e) {
  console.log((e as Error).name);
}
console.log(s, s['1'], s[1.5], s['length'], '0' in Object.keys('ab'), Object.keys('ab'));
const m = new Map<string, number>();
m.set('ab', 1);
m.set('a' + 'b', 2);
m.set('xabx'.slice(1, 3), 3);
m.set(['a', 'b'].join(''), 4);
m.set(String.fromCharCode(97, 98), 5);
console.log(m.size, m.get('ab'));
const o: Record<string, string> = {};
o['k' + 1] = 'one';
console.log(o.k1, o['k'.concat('1')]);
