/**
 * Values by name in one byte string, of which each is decoded when it is first asked for: a program needs some hundred of the thousands of
 * functions that library and kernel have.
 *
 *   0                  4                     4 + n
 *   [ n : u32, little ][ head, contents: n ][ values, one after the other ]
 *
 * All parts are structured clones, as node:v8 writes them; `contents` says where each value ends.
 */
import { deserialize, serialize } from 'node:v8';
import { LazyMap } from '../ir/lazy-map.ts';

export interface Archive<Head, V extends object> {
  /** Decoded at once. */
  readonly head: Head;
  readonly values: ReadonlyMap<string, V>;
}

interface Contents<Head> {
  head: Head;
  names: string[];
  /** Offset of the end of each value, from the first value's beginning. */
  ends: Uint32Array;
}

export function pack<Head, V extends object>({ head, values }: Archive<Head, V>): Uint8Array {
  const parts = [...values.values()].map((value) => serialize(value));
  let end = 0;
  const ends = Uint32Array.from(parts, (part) => (end += part.length));
  const contents = serialize({ head, names: [...values.keys()], ends } satisfies Contents<Head>);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(contents.length);
  return Buffer.concat([length, contents, ...parts]);
}

/** `revive` completes each value when it is decoded: structured cloning loses classes. Throws an Error where `bytes` is of another node's format. */
export function unpack<Head, V extends object>(bytes: Uint8Array, revive: (value: V) => V): Archive<Head, V> {
  const start = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const { head, names, ends } = deserialize(bytes.subarray(4, start)) as Contents<Head>;
  const place = new Map(names.map((name, i) => [name, { from: start + (i === 0 ? 0 : ends[i - 1]!), to: start + ends[i]! }]));
  const decode = (name: string): V => {
    const { from, to } = place.get(name)!;
    return revive(deserialize(bytes.subarray(from, to)) as V);
  };
  return { head, values: new LazyMap(names, decode) };
}
