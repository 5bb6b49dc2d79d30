// stops: 70
// Object.setPrototypeOf may set the prototype that the object has; another one ends the program.
class A {}
class B extends A {}
const b = new B();
Object.setPrototypeOf(b, B.prototype);
console.log(b);
Object.setPrototypeOf(b, A.prototype);
