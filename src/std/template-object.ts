/** GetTemplateObject, ECMA-262 13.2.8.4: what a tag function gets of the literal parts. The compiler keeps one for each place. */
import { definePropertyWith } from './intrinsics.ts';
import { freeze } from './object.ts';

/** cooked: undefined for a part with an escape that means nothing. */
export function makeTemplate(cooked: (string | undefined)[], raw: string[]): readonly (string | undefined)[] {
  definePropertyWith(cooked, 'raw', freeze(raw), 0);
  return freeze(cooked);
}
