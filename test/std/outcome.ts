/** What a call gave, in a form that can be compared: its value, or the name and message of what it threw. */
export type Outcome = { value: unknown } | { error: string };

export function outcome(call: () => unknown): Outcome {
  try {
    return { value: call() };
  } catch (error) {
    const { name, message } = error as Error;
    const proto = Object.getPrototypeOf(error).constructor as { prototype_name?: string };
    return { error: `${proto.prototype_name ?? name}: ${message}` };
  }
}
