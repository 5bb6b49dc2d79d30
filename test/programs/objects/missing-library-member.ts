// refused: Object.getOwnPropertySymbols
const o = Object.getOwnPropertySymbols({});
console.log(o, 'abc'.normalize());
