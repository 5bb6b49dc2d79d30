const a = {}; const f = (): void => {};
const values: any[] = [a, a, {}, f, f, 'x', 'x', 1, 1.0, true, null, undefined, NaN];
for (const x of values) console.log(values.map((y) => (x === y ? '1' : '0')).join(''), values.map((y) => (Object.is(x, y) ? '1' : '0')).join(''));
console.log('1' + '2' === '12', `${1}` === '1', 0 === -0, 'a'.concat('b') === 'ab', [1, 2].join() === '1,2');
const s1 = 'abc'.slice(1) + 'd'; const s2 = ['b', 'c', 'd'].join('');
console.log(s1 === s2, s1 !== s2, s1 == s2, s1 > s2, s1 >= s2, new Set([s1, s2]).size);
