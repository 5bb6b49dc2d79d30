/** The Boolean constructor's call: ECMA-262 section 20.3.1.1. */

export function call_0(): boolean {
  return false;
}

export function call_1(value: unknown): boolean {
  return !!value;
}

export function call(...args: unknown[]): boolean {
  return args.length > 0 && !!args[0];
}
