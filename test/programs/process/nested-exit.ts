// exit: 4
function deep(n: number): void {
  try {
    if (n === 0) process.exit(4);
    deep(n - 1);
  } catch (e) {
    console.log('exit is not an exception');
  } finally {
    console.log('no finally either');
  }
}
console.log('start');
deep(3);
