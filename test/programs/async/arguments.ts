// arguments in async functions and async generators, behind suspensions.
async function later(): Promise<string> {
  await null;
  return `${arguments.length} ${arguments[1] as string}`;
}
async function* all(): AsyncGenerator<unknown> {
  for (let i = 0; i < arguments.length; i++) yield arguments[i];
}
(later as (...n: unknown[]) => Promise<string>)(1, 'two').then(async (text) => {
  console.log(text);
  for await (const x of (all as (...n: unknown[]) => AsyncGenerator<unknown>)('a', Promise.resolve('b'))) console.log(x);
});
