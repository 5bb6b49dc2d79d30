import { check, type CompileOptions } from '../driver.ts';
import { formatDiagnostics, useColour } from './print-diagnostic.ts';

/** `toroc check`: prints what is wrong, as the errors of a build would be; exit code 1 if any of it is an error. */
export async function checkCommand(options: CompileOptions): Promise<number> {
  const list = await check(options);
  process.stderr.write(formatDiagnostics(list, useColour(process.stderr)));
  return list.some(({ severity }) => severity === 'error') ? 1 : 0;
}
