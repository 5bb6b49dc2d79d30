import { FRAME_RECORD_UNSHOWN } from '../layout/frame-table.ts';
import type { AssembledFunction, Chunk, SourceFunction } from './assembled-function.ts';

/** The greatest number of u16s that live map indices of one base reach. */
const MAP_WORDS_LIMIT = 0x1_0000;

/**
 * The frame table as NASM text (src/layout/frame-table.ts). Functions must be given in address order. Functions without call sites
 * have a record all the same: the walk over the stack looks for the record below an address. `isShown`: traces name the source function.
 */
export function frameTableText(functions: readonly AssembledFunction[], isShown: (source: SourceFunction) => boolean): string {
  const records: string[] = [];
  const sites: string[] = [];
  const handlers: string[] = [];
  const maps = new LiveMaps();
  let count = 0;
  for (const func of functions) {
    for (const chunk of func.chunks) {
      const start = func.name + chunk.label;
      const base = maps.reserve(chunk);
      const handlerCount = chunk.sites.filter(({ handler }) => handler !== null).length;
      sites.push(`frame_sites_${count}:`);
      for (const site of chunk.sites) sites.push(`dw ${func.name}${site.label} - ${start}, ${maps.index(site.roots)}`);
      if (handlerCount > 0) {
        handlers.push(`frame_handlers_${count}: dd ${handlerCount}`);
        for (const { label, handler } of chunk.sites) {
          if (handler !== null) handlers.push(`dd ${func.name}${label} - ${start}, ${func.name}${handler}`);
        }
      }
      records.push(`dd ${start}, frame_sites_${count}, ${handlerCount > 0 ? `frame_handlers_${count}` : 0}, ${base}`);
      records.push(`dw ${chunk.sites.length + (isCounted(func, isShown) ? 0 : FRAME_RECORD_UNSHOWN)}, ${func.frameWords}`);
      count++;
    }
  }
  return [
    'section .frametable progbits alloc noexec nowrite align=8',
    'global frame_table', 'frame_table:', `dd ${count}, 0`,
    ...records, ...sites, 'align 4', ...handlers, ...maps.text, '',
  ].join('\n');
}

/** Whether each site of the function brings a line in a trace: constructors may be those of the error itself. */
function isCounted({ source }: AssembledFunction, isShown: (source: SourceFunction) => boolean): boolean {
  return isShown(source) && !source.name.startsWith('new ');
}

/** Live maps, shared by sites with the same roots; a new group begins where 16-bit indices end. */
class LiveMaps {
  readonly text: string[] = [];
  private readonly indices = new Map<string, number>();
  private group = -1;
  private words = MAP_WORDS_LIMIT + 1;

  /** Label of the group that all sites of the chunk can use. */
  reserve(chunk: Chunk): string {
    const most = chunk.sites.reduce((sum, { roots }) => sum + roots.length + 1, 0);
    if (this.words + most > MAP_WORDS_LIMIT) {
      this.group++;
      this.words = 0;
      this.indices.clear();
      this.text.push(`live_maps_${this.group}:`);
    }
    return `live_maps_${this.group}`;
  }

  index(roots: readonly number[]): number {
    const key = roots.join(',');
    const known = this.indices.get(key);
    if (known !== undefined) return known;
    const index = this.words;
    this.indices.set(key, index);
    this.text.push(`dw ${[roots.length, ...roots].join(', ')}`);
    this.words += roots.length + 1;
    return index;
  }
}
