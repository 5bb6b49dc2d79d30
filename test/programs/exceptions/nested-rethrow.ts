const log: string[] = [];
function inner(): void {
  try {
    throw new TypeError('deep');
  } catch (e) {
    log.push('inner ' + (e as Error).name);
    throw e;
  } finally {
    log.push('inner finally');
  }
}
function middle(): void {
  try {
    inner();
  } finally {
    log.push('middle finally');
  }
}
try {
  middle();
} catch (e) {
  log.push('outer ' + (e as Error).message);
  try {
    throw new Error('in handler', { cause: e });
  } catch (e2) {
    log.push((e2 as Error).message + ' because ' + ((e2 as Error).cause as Error).message);
  }
}
console.log(log.join('\n'));
