// The order of microtasks, ticks, timers and immediates around promises, and the exact number of ticks of await.
const log = (...args: unknown[]): void => console.log(...args);

async function steps(name: string, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    log(name, i);
    await undefined;
  }
}
async function returnsPromise(): Promise<string> {
  return Promise.resolve('promised');
}
async function returnsAwaited(): Promise<string> {
  return await Promise.resolve('awaited');
}
const thenable = {
  then(resolve: (value: string) => void): void {
    log('then called');
    resolve('thenable');
  },
};
setTimeout(() => log('timeout'), 60);
setImmediate(() => {
  log('immediate');
  process.nextTick(() => log('tick in immediate'));
  void Promise.resolve().then(() => log('micro in immediate'));
});
process.nextTick(() => {
  log('tick');
  queueMicrotask(() => log('micro of tick'));
});
void steps('a', 6);
void steps('b', 6);
void returnsPromise().then(log);
void returnsAwaited().then(log);
void (async () => log(await (thenable as unknown as PromiseLike<string>)))();
void Promise.resolve(thenable as unknown as PromiseLike<string>).then((v) => log('resolved with', v));
void new Promise<string>((resolve) => resolve(Promise.resolve('nested'))).then(log);
void Promise.resolve(1).finally(() => log('finally')).then((v) => log('after finally', v));
void Promise.reject(new Error('no')).finally(() => log('finally of rejected')).catch((e: Error) => log('caught', e.message));
void Promise.resolve(1).then(2 as never).then((v) => log('passed through', v));
queueMicrotask(() => log('micro'));
log('end of main');
