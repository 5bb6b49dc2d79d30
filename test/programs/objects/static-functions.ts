const o = { b: 2, a: [1], c: { d: 'x' } };
console.log(Object.keys(o), Object.values(o), Object.entries(o));
console.log(Object.keys('ab'), Object.values('ab'), Object.entries(['x']), Object.keys(5 as any));
console.log(Object.assign({ z: 1 }, o, null, { b: 3 }), Object.hasOwn(o, 'a'), Object.hasOwn(o, 'toString'));
console.log(Object.fromEntries([['x', 1], ['y', 2]]), Object.fromEntries(new Map([['m', true]])));
console.log(Object.is(NaN, NaN), Object.is(0, -0), Object.is('a', 'a'), Object.is({}, {}));
console.log(o.hasOwnProperty('b'), Object.keys({}).length);
