let a = 1
let b = a
;[a, b] = [b + 1, a]
const c = a
  + b
console.log(a, b, c)
if (a) {} else console.log('never')
for (let i = 0; i < 2; i++);
{ }
{ const a = 'inner'; { console.log(a) } }
const f = () => ({})
const g = () => {}
console.log(f(), g());
if (a > 0) if (b > 100) console.log('x'); else console.log('dangling else');
var v = 1; var v = 2;
console.log(v)
function inBlock(): string {
  if (true) {
    function nested(): string { return 'block function'; }
    return nested();
  }
}
console.log(inBlock());
