const attempts: [string, () => unknown][] = [
  ['let', () => later],
  ['const', () => fixed],
  ['class', () => new Later()],
  ['typeof', () => typeof later],
  ['assign', () => (later = 5)],
  ['var', () => hoisted],
  ['function', () => declared()],
];
function run(): void {
  for (const [name, f] of attempts) {
    try {
      console.log(name, f());
    } catch (e) {
      console.log(name, String(e));
    }
  }
}
run();
let later = 1;
const fixed = 2;
class Later { x = 3; }
var hoisted = 4;
function declared(): string { return 'declared'; }
run();
