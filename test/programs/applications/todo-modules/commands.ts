import type { Store } from './store.js';
import { format, Priority } from './task.js';
export class UsageError extends Error {}
type Command = (store: Store, operand: string) => string[];
const numbered = (f: (store: Store, id: number) => string[]): Command => (store, operand) => {
  const id = Number(operand);
  if (!Number.isInteger(id)) throw new UsageError(`'${operand}' is not a number`);
  return f(store, id);
};
const commands: Readonly<Record<string, Command>> = {
  add: (store, title) => ['added ' + format(store.add(title.replace('!', ''), title.endsWith('!') ? Priority.High : Priority.Normal))],
  done: numbered((store, id) => {
    const task = store.find(id);
    if (!task) throw new UsageError(`no task ${id}`);
    task.done = true;
    return ['finished ' + task.title];
  }),
  remove: numbered((store, id) => [store.remove(id) ? `removed ${id}` : 'nothing removed']),
  list: (store) => store.all().map(format),
};
export function execute(store: Store, argument: string): string[] {
  const [name, operand = ''] = argument.split(':');
  if (!Object.hasOwn(commands, name)) throw new UsageError(`no command ${name}; there are ${Object.keys(commands).join(', ')}`);
  return commands[name](store, operand);
}
