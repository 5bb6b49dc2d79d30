// Names, lines and columns of user frames.
function outer(): string {
  return inner();
}
function inner(): string {
  return new Error('here').stack ?? '';
}
class K {
  method(): string { return outer(); }
  static make(): K { return new K(); }
  get prop(): string { return (() => inner())(); }
}
function frames(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => line.includes('stack-text.ts') || !line.includes(' at '))
    .map((line) => {
      const name = line.trim().split(' ').slice(0, 2).join(' ');
      return line.includes(' at ') ? (line.includes('(') ? name : 'at') + ' ' + line.slice(line.indexOf('.ts:') + 4).replace(')', '') : line;
    });
}
console.log(frames(outer()));
console.log(frames(K.make().method()));
console.log(frames(new K().prop));
console.log(frames([1].map(() => inner())[0]));
