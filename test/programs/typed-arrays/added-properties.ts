// Typed arrays hold properties beside their elements.
const bytes: any = new Uint8Array([1, 2, 3]);
bytes.unit = 'px';
bytes['scale'] = 1.5;
console.log(bytes.unit, bytes.scale, bytes.length, bytes[1], Object.keys(bytes));
