function run(): string[] {
  const log: string[] = [];
  let state = 'start';
  const note = (what: string): void => {
    log.push(`${what}:${state}`);
  };
  try {
    state = 'trying';
    note('a');
    (() => {
      state = 'inner';
      throw new Error('stop');
    })();
  } catch (error) {
    note((error as Error).message);
    state = 'caught';
  } finally {
    note('finally');
    state = 'done';
  }
  note('end');
  return log;
}
console.log(run());
