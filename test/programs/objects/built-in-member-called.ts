// stops: 70
// What a computed name has found in Object.prototype cannot be called: the program ends with a message, not with another result.
const handlers: Record<string, (x: number) => number> = { double: (x) => 2 * x };
for (const name of ['double', 'toString']) console.log(name, handlers[name]!(2));
