// exit: 1
function a(): void {
  b();
}
function b(): void {
  throw new Error('nobody catches this');
}
console.log('before');
a();
console.log('never');
