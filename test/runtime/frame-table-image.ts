/** Writes a frame table into the fake image, in the format of src/layout/frame-table.ts. */
import * as layout from '../../src/layout/frame-table.ts';
import type { Image } from './image.ts';

export interface FunctionSpec {
  readonly start: number;
  readonly sizeWords: number;
  readonly sites: readonly { readonly offset: number; readonly live: readonly number[]; readonly handler?: number }[];
}

export function writeFrameTable(image: Image, functions: readonly FunctionSpec[]): void {
  const table = image.allocate(layout.FRAME_TABLE_RECORDS + functions.length * layout.FRAME_RECORD_BYTES);
  image.set32(table, functions.length);
  image.machine.symbols.set('frame_table', table);
  functions.forEach((spec, index) => {
    const record = table + BigInt(layout.FRAME_TABLE_RECORDS + index * layout.FRAME_RECORD_BYTES);
    const sites = image.allocate(spec.sites.length * layout.FRAME_SITE_BYTES);
    const mapUnits = spec.sites.flatMap((site) => [site.live.length, ...site.live]);
    const maps = image.allocate(mapUnits.length * 2);
    mapUnits.forEach((unit, i) => image.set16(maps + BigInt(2 * i), unit));
    const handled = spec.sites.filter((site) => site.handler !== undefined);
    const handlers = image.allocate(layout.HANDLER_LIST_ENTRIES + handled.length * layout.HANDLER_BYTES);
    image.set32(handlers, handled.length);
    handled.forEach((site, i) => {
      image.set32(handlers + BigInt(layout.HANDLER_LIST_ENTRIES + i * layout.HANDLER_BYTES), site.offset);
      image.set32(handlers + BigInt(layout.HANDLER_LIST_ENTRIES + i * layout.HANDLER_BYTES + layout.HANDLER_ADDRESS), site.handler!);
    });
    let map = 0;
    spec.sites.forEach((site, i) => {
      image.set16(sites + BigInt(i * layout.FRAME_SITE_BYTES), site.offset);
      image.set16(sites + BigInt(i * layout.FRAME_SITE_BYTES + layout.FRAME_SITE_LIVE_MAP), map);
      map += 1 + site.live.length;
    });
    image.set32(record + BigInt(layout.FRAME_RECORD_START), spec.start);
    image.set32(record + BigInt(layout.FRAME_RECORD_SITES), sites);
    image.set32(record + BigInt(layout.FRAME_RECORD_HANDLERS), handled.length === 0 ? 0 : handlers);
    image.set32(record + BigInt(layout.FRAME_RECORD_LIVE_MAPS), maps);
    image.set16(record + BigInt(layout.FRAME_RECORD_SITE_COUNT), spec.sites.length);
    image.set16(record + BigInt(layout.FRAME_RECORD_SIZE_WORDS), spec.sizeWords);
  });
}
