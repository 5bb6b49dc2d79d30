const found: string[] = [];
outer: for (let i = 0; i < 5; i++) {
  for (let j = 0; j < 5; j++) {
    if (j === 3) continue outer;
    if (i === 3) break outer;
    if ((i + j) % 2) continue;
    found.push(i + ':' + j);
  }
  found.push('row');
}
console.log(found.join(' '));
block: {
  console.log('in');
  if (found.length > 2) break block;
  console.log('never');
}
let n = 0;
a: while (true) {
  do {
    n++;
    if (n % 5 === 0) continue a;
    if (n > 12) break a;
  } while (n % 3 !== 0);
  n += 10;
}
console.log(n);
sw: for (const x of [1, 2, 3, 4]) {
  switch (x) {
    case 2: continue sw;
    case 4: break sw;
  }
  console.log(x);
}
