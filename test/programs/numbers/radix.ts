for (const x of [0, 1, 10, 255, 1234567, -42, 2 ** 53, 0.5, 0.1, 3.14159, 1e10 / 3]) {
  console.log([2, 3, 8, 16, 36].map((r) => x.toString(r)).join(' '));
}
