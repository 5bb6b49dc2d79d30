/** Events of the process object of node 20: those that can happen to a program that is the whole system. */
import { addExitListener } from './exit.ts';
import { requireFunction } from './node-error.ts';
import { addRejectionListener } from './rejections.ts';
import { unsupported } from './unsupported.ts';

export function on(event: string, listener: (...args: any[]) => void): void {
  requireFunction('listener', listener);
  if (event === 'exit') addExitListener(listener);
  else if (event === 'unhandledRejection') addRejectionListener(listener);
  else unsupported(`process.on('${event}')`);
}
