function day(n: number): string {
  switch (n) {
    case 0:
    case 6:
      return 'weekend';
    case 1:
      return 'monday';
    default:
      return 'weekday';
  }
}
for (let i = 0; i < 8; i++) console.log(i, day(i));
function fall(s: string): string {
  let out = '';
  switch (s) {
    case 'a':
      out += 'A';
    case 'b':
      out += 'B';
      break;
    case 'c': {
      const local = 'C';
      out += local;
    }
    default:
      out += 'D';
    case 'e':
      out += 'E';
  }
  return out;
}
for (const s of ['a', 'b', 'c', 'd', 'e']) console.log(fall(s));
