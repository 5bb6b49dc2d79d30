const list: number[] & { label?: string } = [1, 2, 9];
list.label = 'numbers';
const bytes = Object.assign(new Uint8Array([1, 2]), { unit: 'px' });
const spread = { ...[10, 20], ...('ab' as any), ...list, ...(null as any), ...5 as any, ...bytes };
console.log(spread);
const { 0: first, ...others } = [5, 6, 7];
console.log(first, others);
const { length, ...letters } = 'xyz' as any;
console.log(length, letters);
