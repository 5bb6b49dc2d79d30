import { one, two as deux, Everything, Kind, Level, default as base } from './index.js';
import type { Model } from './index.js';
const m: Model = { kind: Kind.B, level: Level.High };
console.log(one, deux, Everything.one, m, base.name, new base().value);
