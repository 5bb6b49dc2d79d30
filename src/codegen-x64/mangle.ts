/**
 * The assembly name of an IR symbol: injective, readable, the identity on C identifiers (so names fixed by assembly keep theirs).
 *
 *     src/runtime/string#concat   ->  src~runtime~string#concat
 *     app.ts#get x                ->  app.ts#get$20$x
 *
 * A slash becomes a tilde; what NASM doesn't take in a name, `$`, `~` and `@` (which linkers read as a version) become `$hex$`; a
 * name that doesn't begin with a letter or underscore gets `$$` in front, which then follows the prefix `_`.
 */
export function mangle(symbol: string): string {
  const body = symbol.replace(/[^\w.#/]/gu, (c) => `$${c.codePointAt(0)!.toString(16)}$`).replaceAll('/', '~');
  return /^[A-Za-z_]/.test(body) ? body : `_$$${body}`;
}
