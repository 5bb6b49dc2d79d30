// Cases compare with ===, in order, evaluated only until one matches; default may stand anywhere.
const log: string[] = [];
const label = (s: string, v: unknown): unknown => (log.push(s), v);
function pick(x: unknown): string {
  log.length = 0;
  switch (x) {
    case label('1', 1):
      return 'one ' + log.join('');
    default:
      return 'default ' + log.join('');
    case label('s', '1'):
      return 'string ' + log.join('');
    case label('n', NaN):
      return 'nan ' + log.join('');
    case label('z', 0):
      return 'zero ' + log.join('');
    case label('u', undefined):
      return 'undefined ' + log.join('');
    case label('t', true):
      return 'true ' + log.join('');
  }
}
for (const x of [1, '1', NaN, 0, -0, undefined, null, true, 1.0]) console.log(pick(x));
switch (true as boolean) {
  case 1 > 2:
    console.log('no');
    break;
  case 2 > 1:
    console.log('yes');
}
