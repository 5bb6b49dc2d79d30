const values: any[] = [0, 1, 10, '', '9', '10', 'a', true, null, undefined, NaN, [5], {}];
for (const a of values) console.log(values.map((b) => (a < b ? 1 : 0) + '' + (a >= b ? 1 : 0)).join(' '));
