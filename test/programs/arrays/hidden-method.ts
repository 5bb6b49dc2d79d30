// stops: 134
// A computed name that would hide a method of an array: calls of the method do not look.
const a: any = [1];
for (const k of ['foo', 'push']) a[k] = () => 5;
console.log(a.push(1));
