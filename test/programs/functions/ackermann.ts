function ackermann(m: number, n: number): number {
  if (m === 0) return n + 1;
  if (n === 0) return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}
console.log(ackermann(2, 3), ackermann(2, 9), ackermann(3, 3));
function tak(x: number, y: number, z: number): number {
  return y >= x ? z : tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y));
}
console.log(tak(12, 8, 4));
function hanoi(n: number, from: string, to: string, via: string, moves: string[]): void {
  if (n === 0) return;
  hanoi(n - 1, from, via, to, moves);
  moves.push(from + to);
  hanoi(n - 1, via, to, from, moves);
}
const moves: string[] = [];
hanoi(4, 'A', 'C', 'B', moves);
console.log(moves.length, moves.join(' '));
