function f(): string { const a: unknown[] = []; for (let i = 0; i < arguments.length; i++) a.push(arguments[i]); return a.join('|') + arguments.length; }
console.log((f as any)(1, 'b', null), (f as any)());
function g(a: number, b = 2): string { a = 9; return `${arguments[0]} ${arguments.length} ${a} ${b}`; }
console.log(g(1), g(1, 5));
function h(..._rest: number[]): number[] { return Array.from(arguments) as number[]; }
console.log(h(1, 2, 3), [...(function () { return arguments; } as any)(4, 5)]);
