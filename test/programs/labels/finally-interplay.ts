const log: string[] = [];
outer: for (const a of [1, 2, 3]) {
  for (const b of [1, 2, 3]) {
    try {
      if (b === 2) continue outer;
      if (a === 3) break outer;
      log.push(`${a}${b}`);
    } finally {
      log.push('f');
    }
  }
}
console.log(log.join(' '));
function f(): string {
  l: {
    try {
      break l;
    } finally {
      log.push('left');
    }
  }
  return log[log.length - 1];
}
console.log(f());
