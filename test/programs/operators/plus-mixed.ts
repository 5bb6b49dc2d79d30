const values: any[] = [1, -0, 1.5, '2', '', true, null, undefined, [1, 2], [], {}, NaN];
for (const a of values) console.log(values.map((b) => a + b).join(' | '));
for (const v of values) console.log(+v, -v, v - 1, v * 2, v / 2, v % 2, v | 0);
console.log(1 + 2 + 'a' + 1 + 2, ('3' as any) * ('4' as any), 'b' + 'a' + +('a' as any) + 'a');
