console.log(new Uint8Array([1, 2, 3]), new Float64Array([1.5, -0]), new Int32Array(8), { t: new Uint8Array(2) }, new Uint8Array(0));
console.log(new Uint8Array(150));
console.log([new Map([[1, new Map([[2, new Map([[3, 4]])]])]])]);
console.log(new Map([[{ k: 1 }, 'v']]), new Set(['a', { b: 1 }]), new Map([['m', new Set()]]));
console.log([1, 2, 3].entries().next(), Math.PI, [Infinity, -Infinity]);
