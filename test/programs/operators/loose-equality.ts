const values: any[] = [0, 1, '', '0', '1', 'a', true, false, null, undefined, NaN, [], [1], {}];
for (const a of values) console.log(values.map((b) => Number(a == b)).join(' '), values.map((b) => Number(a === b)).join(' '));
console.log(null == undefined, null == (0 as any), '1' == (1 as any), ' 12 ' == (12 as any), ([1, 2] as any) == '1,2', ({ toString: () => 'x' } as any) == 'x');
