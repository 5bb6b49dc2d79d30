/**
 * A small image in fake memory for tests of the runtime: built-in shapes, static strings, a frame table, root runs, a stack and a
 * platform with `memoryBytes` to give.
 */
import { FRAME_CACHE_BYTES } from '../../src/layout/frame-table.ts';
import { TRACE_CACHE_BYTES, TRACE_CACHE_HEAD_BYTES } from '../../src/layout/trace-cache.ts';
import { type ref, type value, callAddress } from 'toro:machine';
import { FakeMachine, installMachine } from '../../src/machine/fake-machine.ts';
import { type Hooks, installHooks } from '../../src/machine/fake-hooks.ts';
import { installPlatform } from '../../src/machine/fake-platform.ts';
import { BUILTIN_SHAPES, type BuiltinShape } from '../../src/layout/builtin-shapes.ts';
import { KIND_OBJECT, KIND_ROPE, KIND_STRING16 } from '../../src/layout/cell.ts';
import { ROPE_LEFT, ROPE_RIGHT, STRING_HASH, STRING_LENGTH, STRING_UNITS } from '../../src/layout/string.ts';
import * as shapeLayout from '../../src/layout/shape.ts';
import { stringHash } from '../../src/layout/string-hash.ts';

export const STATIC_BASE = 0x1000_0000;
export const MUTABLE_BASE = 0x80_0000;
export const STACK_BASE = 0x90_0000;
const HEAP_BASE = 0x4000_0000;

export interface PropertySpec {
  readonly key: bigint;
  readonly slot: number;
  readonly representation?: number;
  readonly attributes?: number;
}

export interface ShapeSpec extends Partial<BuiltinShape> {
  readonly prototype?: bigint;
  readonly name?: bigint;
  readonly flags?: number;
  readonly properties?: readonly PropertySpec[];
}

export class Image {
  readonly machine = installMachine(new FakeMachine());
  readonly written: { fileDescriptor: number; text: string }[] = [];
  readonly arguments: string[] = [];
  nowNs = 0n;
  readonly taken = new Map<bigint, bigint>();
  private readonly view: DataView;
  private readonly mutable: DataView;
  private next = STATIC_BASE;
  private nextMutable = MUTABLE_BASE;
  private nextHeap = HEAP_BASE;
  private readonly texts = new Map<string, bigint>();

  constructor(memoryBytes = 64 << 20, staticBytes = 4 << 20) {
    this.view = this.machine.map(STATIC_BASE, staticBytes).view;
    this.mutable = this.machine.map(MUTABLE_BASE, 1 << 16).view;
    this.machine.map(STACK_BASE, 1 << 16);
    let available = BigInt(memoryBytes);
    installPlatform({
      takeMemory: (lengthBytes) => {
        if (lengthBytes > available) return 0n;
        available -= lengthBytes;
        const base = this.nextHeap;
        this.nextHeap += Number(lengthBytes) + 0x1000;
        this.machine.map(base, Number(lengthBytes));
        this.taken.set(BigInt(base), lengthBytes);
        return BigInt(base);
      },
      releaseMemory: (base, lengthBytes) => {
        if (this.taken.get(base) !== lengthBytes) throw new Error('released what was not taken');
        this.machine.unmap(Number(base));
        this.taken.delete(base);
        available += lengthBytes;
      },
      write: (fileDescriptor, from, lengthBytes) => {
        const { bytes, base } = this.machine.regionOf(Number(from), Number(lengthBytes));
        const start = Number(from) - base;
        this.written.push({ fileDescriptor, text: Buffer.from(bytes.slice(start, start + Number(lengthBytes))).toString('utf8') });
      },
      exit: (code) => {
        throw new Error(`exit ${code}`);
      },
      nowNs: () => this.nowNs,
      epochMs: () => 1_700_000_000_000,
      waitUntilNs: (deadlineNs) => void (this.nowNs = deadlineNs),
      arguments: this.arguments,
    });
    this.hooks = { readString: (text) => this.read(text), toPrimitive: unset, callGetter: unset, callSetter: unset, uncaught: unset };
    installHooks(this.hooks);
    this.machine.text = (literal) => this.string(literal);
    for (const shape of BUILTIN_SHAPES) this.machine.symbols.set(shape.symbol, this.shape(shape));
    this.machine.symbols.set('chaos_flag', this.allocateMutable(8));
    this.machine.symbols.set('mutable_roots', this.allocateMutable(8));
    this.machine.symbols.set('frame_cache', this.allocateMutable(FRAME_CACHE_BYTES));
    this.machine.symbols.set('trace_cache', this.allocateMutable(TRACE_CACHE_BYTES) + BigInt(TRACE_CACHE_HEAD_BYTES));
  }

  readonly hooks: { -readonly [Name in keyof Hooks]: Hooks[Name] };

  allocate(bytes: number): bigint {
    const at = this.next;
    this.next += (bytes + 7) & ~7;
    return BigInt(at);
  }

  allocateMutable(bytes: number): bigint {
    const at = this.nextMutable;
    this.nextMutable += (bytes + 7) & ~7;
    this.mutable.setUint32(at - MUTABLE_BASE, 0);
    return BigInt(at);
  }

  set8 = (at: bigint, x: number): void => this.view.setUint8(Number(at) - STATIC_BASE, x);
  get16 = (at: bigint): number => this.view.getUint16(Number(at) - STATIC_BASE, true);
  get32 = (at: bigint): number => Number(BigInt.asUintN(32, this.get64(at)));
  set16 = (at: bigint, x: number): void => this.view.setUint16(Number(at) - STATIC_BASE, x, true);
  set32 = (at: bigint, x: number | bigint): void => this.view.setUint32(Number(at) - STATIC_BASE, Number(x), true);
  set64 = (at: bigint, x: bigint): void => {
    const region = this.machine.regionOf(Number(at), 8);
    region.view.setBigUint64(Number(at) - region.base, x, true);
  };
  get64 = (at: bigint): bigint => {
    const region = this.machine.regionOf(Number(at), 8);
    return region.view.getBigUint64(Number(at) - region.base, true);
  };

  /** A shape record; property keys are static strings. */
  shape(spec: ShapeSpec): bigint {
    const at = this.allocate(shapeLayout.SHAPE_BYTES);
    this.set8(at + 0n, spec.kind ?? KIND_OBJECT);
    this.set8(at + BigInt(shapeLayout.SHAPE_FLAGS), spec.flags ?? 0);
    this.set16(at + BigInt(shapeLayout.SHAPE_SIZE_WORDS), spec.sizeWords ?? 1);
    this.set32(at + BigInt(shapeLayout.SHAPE_POINTER_BITMAP), spec.pointerBitmap ?? 0);
    this.set64(at + BigInt(shapeLayout.SHAPE_PROTOTYPE), spec.prototype ?? 0x0an);
    this.set32(at + BigInt(shapeLayout.SHAPE_NAME), spec.name ?? 0n);
    this.set8(at + BigInt(shapeLayout.SHAPE_UNIT_SHIFT), spec.unitShift ?? 0);
    this.set8(at + BigInt(shapeLayout.SHAPE_TRACKED_PAYLOAD), spec.trackedPayload ?? 0);
    const properties = spec.properties ?? [];
    const table = this.allocate(properties.length * shapeLayout.PROPERTY_BYTES);
    this.set32(at + BigInt(shapeLayout.SHAPE_PROPERTIES), table);
    this.set32(at + BigInt(shapeLayout.SHAPE_PROPERTY_COUNT), properties.length);
    properties.forEach((property, index) => {
      const entry = table + BigInt(index * shapeLayout.PROPERTY_BYTES);
      this.set32(entry, property.key);
      this.set16(entry + 4n, property.slot);
      this.set8(entry + 6n, property.representation ?? shapeLayout.SLOT_VALUE);
      this.set8(entry + 7n, property.attributes ?? shapeLayout.ATTRIBUTES_OF_ASSIGNMENT);
    });
    return at;
  }

  /** The one static string cell with this text. */
  string(text: string): bigint {
    let cell = this.texts.get(text);
    if (cell === undefined) {
      cell = this.freshString(text);
      this.texts.set(text, cell);
    }
    return cell;
  }

  /** A static string cell of its own; two-byte when asked or needed. */
  freshString(text: string, wide = false, hashed = true): bigint {
    const units = [...Array(text.length).keys()].map((i) => text.charCodeAt(i));
    const twoBytes = wide || units.some((unit) => unit > 0xff);
    const at = this.allocate(STRING_UNITS + text.length * (twoBytes ? 2 : 1));
    this.set64(at, this.machine.symbols.get(twoBytes ? 'shape_string16' : 'shape_string8')!);
    this.set32(at + BigInt(STRING_LENGTH), text.length);
    this.set32(at + BigInt(STRING_HASH), hashed ? stringHash(text) : 0);
    units.forEach((unit, i) => {
      if (twoBytes) this.set16(at + BigInt(STRING_UNITS + 2 * i), unit);
      else this.set8(at + BigInt(STRING_UNITS + i), unit);
    });
    return at;
  }

  /** The text of any string cell, without the runtime's help. */
  read(cell: bigint): string {
    const region = this.machine.regionOf(Number(cell), 16);
    const at = Number(cell) - region.base;
    const kind = this.kind(cell);
    const length = region.view.getUint32(at + STRING_LENGTH, true);
    if (kind === KIND_ROPE) {
      const right = this.get64(cell + BigInt(ROPE_RIGHT));
      return this.read(this.get64(cell + BigInt(ROPE_LEFT))) + (right === 0n ? '' : this.read(right));
    }
    let text = '';
    for (let i = 0; i < length; i++) {
      text += String.fromCharCode(
        kind === KIND_STRING16 ? region.view.getUint16(at + STRING_UNITS + 2 * i, true) : region.view.getUint8(at + STRING_UNITS + i),
      );
    }
    return text;
  }

  kind(cell: bigint): number {
    const shape = Number(this.get64(cell) & 0xffff_ffffn);
    return this.view.getUint8(shape - STATIC_BASE);
  }

  set chaos(on: boolean) {
    this.set64(this.machine.symbols.get('chaos_flag')!, on ? 1n : 0n);
  }
}

function unset(): never {
  throw new Error('not set in this test');
}

/** Marks an address as a reference. */
export const asCell = (cell: bigint): ref => cell as ref;
export const asValue = (bits: bigint): value => bits as value;
export { callAddress };
