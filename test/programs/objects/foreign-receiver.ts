// refused: TORO1002
// A method that changes an array uses the array's representation.
const o = { length: 0 };
console.log((Array.prototype.push as Function).call(o, 1));
