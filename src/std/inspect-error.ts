/** Errors as util.inspect of node 20 writes them: formatError, improveStack, getStackFrames. */

import { Error } from './error.ts';
import { stringIndexOf, stringSlice } from './intrinsics.ts';
import { indentLines, spaces } from './inspect-text.ts';

/** The stack with the class's name in it, in brackets if it has no frames; keys that it shows already are removed from keys. */
export function formatError(error: Error, className: string, tag: string, keys: (string | symbol)[], indentation: number): string {
  const name = error.name === undefined || error.name === null ? 'Error' : `${error.name}`;
  let stack = stackOf(error);
  removeShownKey(keys, 'name', error.name, stack);
  removeShownKey(keys, 'message', error.message, stack);
  removeShownKey(keys, 'stack', stack, stack);
  addKey(keys, 'cause', 'cause' in error);
  addKey(keys, 'errors', Array.isArray((error as { errors?: unknown }).errors));

  stack = improveStack(stack, className, name, tag);
  const message = error.message;
  let from = typeof message === 'string' && message !== '' ? stringIndexOf(stack, message, 0) : -1;
  if (from !== -1) from += message.length;
  const framesAt = stringIndexOf(stack, '\n    at', from < 0 ? 0 : from);
  if (framesAt < 0) {
    stack = `[${stack}]`;
  } else {
    stack = stringSlice(stack, 0, framesAt) + withoutSharedFrames(stringSlice(stack, framesAt, stack.length), error.cause);
  }
  return indentation === 0 ? stack : indentLines(stack, spaces(indentation));
}

function stackOf(error: Error): string {
  const stack: unknown = error.stack;
  return stack ? `${stack as string}` : error.toString();
}

function removeShownKey(keys: (string | symbol)[], key: string, value: unknown, stack: string): void {
  const index = keys.indexOf(key);
  if (index >= 0 && stringIndexOf(stack, `${value as string}`, 0) >= 0) keys.splice(index, 1);
}

function addKey(keys: (string | symbol)[], key: string, present: boolean): void {
  if (present && !keys.includes(key)) keys.push(key);
}

/** Puts the class's name where the stack begins with the name of a built-in class. */
function improveStack(stack: string, className: string, name: string, tag: string): string {
  const length = name.length;
  const isRegular = name.endsWith('Error') && stack.startsWith(name) &&
    (stack.length === length || stack[length] === ':' || stack[length] === '\n');
  if (!isRegular) return stack;
  const prefix = tag !== '' && className !== tag ? `${className} [${tag}]` : className;
  if (name === prefix) return stack;
  const rest = stringSlice(stack, length, stack.length);
  return stringIndexOf(prefix, name, 0) >= 0 ? prefix + rest : `${prefix} [${name}]${rest}`;
}

/** Replaces the frames that the cause's stack has too by one line that counts them. */
function withoutSharedFrames(frames: string, cause: unknown): string {
  if (!(cause instanceof Error)) return frames;
  const causeStack = stackOf(cause);
  const causeFramesAt = stringIndexOf(causeStack, '\n    at', 0);
  if (causeFramesAt < 0) return frames;
  const ours = stringSlice(frames, 1, frames.length).split('\n');
  const theirs = stringSlice(causeStack, causeFramesAt + 1, causeStack.length).split('\n');
  for (let i = 0; i < ours.length - 3; i++) {
    const at = theirs.indexOf(ours[i]);
    if (at < 0) continue;
    let shared = 1;
    while (i + shared < ours.length && at + shared < theirs.length && ours[i + shared] === theirs[at + shared]) shared++;
    if (shared > 3) {
      const skipped = shared - 2;
      ours.splice(i + 1, skipped, `    ... ${skipped} lines matching cause stack trace ...`);
      break;
    }
  }
  return '\n' + ours.join('\n');
}
