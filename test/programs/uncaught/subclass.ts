// exit: 1
class Failure extends Error {
  constructor(readonly code: number) {
    super('code ' + code);
  }
}
class Service {
  run(n: number): number {
    if (n === 0) throw new Failure(42);
    return this.run(n - 1);
  }
}
try {
  new Service().run(2);
} finally {
  console.log('finally runs first');
}
