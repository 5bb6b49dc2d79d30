function dense(n: number): number {
  switch (n) {
    case 0: return 10;
    case 1: return 11;
    case 2: return 12;
    case 3: return 13;
    case 4: return 14;
    case 5: return 15;
    case 6: return 16;
    case 7: return 17;
  }
  return -1;
}
function sparse(n: number): string {
  switch (n) {
    case -1000: return 'a';
    case 3: return 'b';
    case 1e6: return 'c';
    case 2.5: return 'd';
    case 2147483648: return 'e';
    case Infinity: return 'f';
  }
  return '-';
}
console.log([-1, 0, 3, 7, 8, 2.5, NaN, -0, Infinity].map(dense));
console.log([-1000, 3, 1e6, 2.5, 2147483648, Infinity, 4].map(sparse).join(''));
