/** The frontend: TypeScript sources to IR modules. The only stage that sees TypeScript nodes. */
export { lowerDialect } from './dialect/lower.ts';
export type { Target } from './dialect/source-unit.ts';
export { lowerProgram, type ProgramResult } from './program/application.ts';
export { lowerStd } from './program/std.ts';
