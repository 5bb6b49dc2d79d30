console.log(['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'iota', 'kappa']);
console.log(Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i)));
console.log(Array.from({ length: 12 }, (_, i) => 'x'.repeat(i * 3)));
console.log(Array.from({ length: 40 }, (_, i) => (i % 3 ? i : 'w' + i)));
console.log(Array.from({ length: 9 }, (_, i) => ({ i })), Array.from({ length: 7 }, (_, i) => [i, i * 2]));
console.log(Array.from({ length: 8 }, (_, i) => 1 / (i + 1)), Array.from({ length: 16 }, (_, i) => (i - 8) * 1000.5));
console.log(['é', 'ü', '日本', '😀', 'ａ', 'b', 'c', 'd'], [['é'.repeat(30), '日'.repeat(30)]]);
console.log({ long: Array.from({ length: 120 }, (_, i) => i), text: Array.from({ length: 7 }, () => 'word') });
