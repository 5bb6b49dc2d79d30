import type { Func } from './function.ts';

/** A module variable. `init` names the function for a hoisted declaration, else it starts as hole (`let`, `const`, `class`). */
export interface GlobalInfo {
  symbol: string;
  name: string;
  /** Assigned after its initialisation, by any module. */
  mutable: boolean;
  init?: string;
}

export interface MemberInfo {
  name: string;
  static: boolean;
  kind: 'method' | 'get' | 'set';
  function: string;
}

/** A class declaration or expression. Members share the captured values of the class. */
export interface ClassInfo {
  /** Unique in the program: file and position, readable. */
  id: string;
  name: string;
  file: string;
  typeParams: number;
  hasHeritage: boolean;
  /** Symbol of the constructor; null: the default constructor. */
  constructorFunction: string | null;
  /** Symbol of the function (closure, this, new.target) that defines the own fields in order; null: none. */
  fieldInit: string | null;
  /** Own instance fields in definition order, private ones as "#x@id". */
  fields: string[];
  members: MemberInfo[];
  captures: number;
  /** Evaluating the declaration makes a new class each time, or one that holds captured variables: its class object is a cell of the heap. */
  dynamic: boolean;
  /** Number of formals before the first default or rest one. */
  length: number;
}

/** Half a word: a number below 2^32, or the address of a symbol, which lies below 4 GB. */
export type Half = bigint | { symbol: string };

/** An 8-byte little-endian word: a number's bits, the address of a symbol, or two halves. */
export type DataWord = Half | { low: Half; high: Half };

/** A variable in the mutable region, or constant data: static cells, shapes, tables. */
export interface DataInfo {
  symbol: string;
  section: 'rodata' | 'mutable';
  words: DataWord[];
  /** Indices of words in the mutable region that hold a ref or value: roots of the collector. */
  tracked: number[];
}

/** One compilation unit's IR, or the whole program's after linking. */
export interface Module {
  name: string;
  functions: Map<string, Func>;
  globals: Map<string, GlobalInfo>;
  classes: Map<string, ClassInfo>;
  data: Map<string, DataInfo>;
  /** Modules to be initialised before this one, in order. */
  imports: string[];
  /** Ordinary modules: symbol of the JS-level function that runs the top level. */
  init: string | null;
  /** Export name → symbol of a global, function (dialect) or `namespace:MODULE`. */
  exports: Map<string, string>;
}

export function emptyModule(name: string): Module {
  return {
    name, functions: new Map(), globals: new Map(), classes: new Map(), data: new Map(), imports: [], init: null, exports: new Map(),
  };
}
