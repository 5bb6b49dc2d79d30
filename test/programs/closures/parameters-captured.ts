function make(a: number, b: string, ...rest: number[]): { bump(): void; read(): string } {
  return {
    bump() { a += 0.5; b += '!'; rest.push(a); },
    read: () => `${a} ${b} ${rest}`,
  };
}
const one = make(1, 'x', 9);
const two = make(-1, 'y');
one.bump();
one.bump();
two.bump();
console.log(one.read(), '|', two.read());
function withDefault(n = 5, f = () => n): () => number { n *= 2; return f; }
console.log(withDefault()(), withDefault(1)());
function destructured({ x, y = 2 }: { x: number; y?: number }, [p]: number[]): () => number { return () => { x++; p++; return x * 100 + y * 10 + p; }; }
const d = destructured({ x: 1 }, [3]);
console.log(d(), d());
