const log: string[] = [];
function level(n: number, throwAt: number): number {
  try {
    log.push('>' + n);
    if (n === throwAt) throw new Error('at ' + n);
    return n === 0 ? 0 : level(n - 1, throwAt) + 1;
  } catch (e) {
    log.push('c' + n);
    if (n % 2 === 0) throw new Error((e as Error).message + '^' + n);
    return 100;
  } finally {
    log.push('<' + n);
  }
}
for (const t of [-1, 0, 1, 2]) { try { console.log(level(3, t)); } catch (e) { console.log((e as Error).message); } console.log(log.splice(0).join(' ')); }
function counter(): number { let n = 0; for (const x of [1, 2, 3, 4]) { try { if (x === 2) continue; if (x === 4) throw x; n += x; } catch { n *= 10; } finally { n++; } } return n; }
console.log(counter());
