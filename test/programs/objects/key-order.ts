// Integer keys ascend first, then strings in order of creation.
const o: Record<string, number> = {};
for (const k of ['b', '10', 'a', '2', '-1', '01', '1', 'z', '4294967295', '1.5']) o[k] = Object.keys(o).length;
console.log(Object.keys(o), Object.values(o));
console.log(o);
delete o['a'];
delete o['2'];
o['a'] = 100;
o['2'] = 200;
console.log(Object.entries(o).map(([k, v]) => k + '=' + v).join(' '));
for (const k in o) if (o[k] > 50) console.log(k);
