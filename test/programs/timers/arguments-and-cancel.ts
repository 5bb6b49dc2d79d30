const seen: (string | number)[] = [];
setTimeout((a: number, b: string) => seen.push(a, b), 3, 1, 'x');
const t1 = setTimeout(() => seen.push('cancelled from timer'), 20);
setTimeout(() => { clearTimeout(t1); seen.push('cleared'); }, 5);
let n = 0;
const iv = setInterval((step: number) => { n += step; if (n >= 6) clearInterval(iv); }, 1, 2);
setTimeout(() => console.log(seen, n), 80);
class Clock { ticks = 0; start(): void { const t = setInterval(() => { if (++this.ticks === 2) { clearInterval(t); console.log('stopped at', this.ticks); } }, 1); } }
new Clock().start();
