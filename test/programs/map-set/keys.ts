// SameValueZero: NaN equals itself, -0 is 0, objects by identity, 1 is not '1'.
const m = new Map<any, string>();
const o = {};
m.set(NaN, 'nan').set(0, 'zero').set(-0, 'minus zero').set('1', 'string').set(1, 'number').set(1.0, 'same').set(o, 'o').set({}, 'other').set(null, 'null').set(undefined, 'undefined').set(true, 'true').set('true', 'string true').set(0.1 + 0.2, 'sum').set(0.3, 'third').set(2 ** 31, 'big').set('', 'empty');
console.log(m.size, m.get(NaN), m.get(0), m.get(-0), m.get('1'), m.get(1), m.get(o), m.get({}), m.get(null), m.get(undefined), m.get(true), m.get(0.30000000000000004), m.get(2147483648), m.get(''));
console.log(Object.is([...m.keys()][1], 0));
console.log(m);
const s = new Set([NaN, NaN, 0, -0, 1, true, '1', 1.5, 3 / 2]);
console.log(s.size, s.has(NaN), s.has(-0), s.has(1.5), s);
