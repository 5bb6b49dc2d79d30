// Constructors and namespaces of the language as values.
const all: unknown[] = [Array, Object, String, Map, Uint8Array, Math, JSON];
for (const each of all) console.log(typeof each, each, (each as { name?: string }).name, (each as { length?: number }).length);
console.log(all);
console.log(Array.name, Array.length, Object.length, typeof Array === 'function', Math instanceof Object);
