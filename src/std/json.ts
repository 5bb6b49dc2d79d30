/** The JSON object: ECMA-262 section 25.5. */

export { parse } from './json-parse.ts';
export { stringify } from './json-stringify.ts';

export { toStringTag as '@@toStringTag' };
const toStringTag = 'JSON';
