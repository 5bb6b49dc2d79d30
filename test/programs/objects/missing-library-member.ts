// refused: Object.setPrototypeOf
const o = Object.setPrototypeOf({}, null);
console.log(o, 'abc'.normalize());
