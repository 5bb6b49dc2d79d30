/** Does for node what the compiler does: `static prototype_name` of an error class is a data property of its prototype. */
import * as errors from '../../src/std/error.ts';

for (const made of Object.values(errors)) {
  for (const key of Object.getOwnPropertyNames(made)) {
    if (!key.startsWith('prototype_')) continue;
    const value = (made as unknown as Record<string, unknown>)[key];
    Object.defineProperty(made.prototype, key.slice('prototype_'.length), { value, writable: true, configurable: true, enumerable: false });
  }
}
