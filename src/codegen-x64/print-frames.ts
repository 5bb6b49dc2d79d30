import type { AssembledFunction, Site } from './assembled-function.ts';

/**
 * The frame table of a function for people (`toroc inspect --stage frames`):
 *
 *     app.ts#f: frame 24 bytes
 *       .c0  12:5  live rsp+0 rsp+8  handler .b5
 *       .c1  14:3 in less (a.ts:7:8)
 */
export function printFrames({ name, frameWords, chunks }: AssembledFunction): string {
  const sites = chunks.flatMap((chunk) => chunk.sites);
  return [`${name}: frame ${8 * frameWords} bytes`, ...sites.map((site) => `  ${printSite(site)}`), ''].join('\n');
}

function printSite({ label, roots, handler, position }: Site): string {
  const inlined = position.inlined.map(({ function: source, line, column }) => ` in ${source.name} (${source.file}:${line}:${column})`).join('');
  const parts = [`${label}  ${position.line}:${position.column}${inlined}`];
  if (roots.length > 0) parts.push(`live ${roots.map((word) => `rsp+${8 * word}`).join(' ')}`);
  if (handler) parts.push(`handler ${handler}`);
  return parts.join('  ');
}
