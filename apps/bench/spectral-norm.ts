/** The largest singular value of the infinite matrix 1 / ((i+j)(i+j+1)/2 + i + 1), cut to n by n: division in nested loops over number[]. */
function entry(i: number, j: number): number {
  return 1 / (((i + j) * (i + j + 1)) / 2 + i + 1);
}

function multiply(n: number, v: number[], result: number[]): void {
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += entry(i, j) * v[j];
    result[i] = sum;
  }
}

function multiplyTransposed(n: number, v: number[], result: number[]): void {
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += entry(j, i) * v[j];
    result[i] = sum;
  }
}

function spectralNorm(n: number): number {
  const u: number[] = [];
  const v: number[] = [];
  const w: number[] = [];
  for (let i = 0; i < n; i++) {
    u.push(1);
    v.push(0);
    w.push(0);
  }
  for (let round = 0; round < 10; round++) {
    multiply(n, u, w);
    multiplyTransposed(n, w, v);
    multiply(n, v, w);
    multiplyTransposed(n, w, u);
  }
  let vBv = 0;
  let vv = 0;
  for (let i = 0; i < n; i++) {
    vBv += u[i] * v[i];
    vv += v[i] * v[i];
  }
  return Math.sqrt(vBv / vv);
}

console.log(spectralNorm(3200).toFixed(9));
