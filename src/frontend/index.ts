/** The frontend: TypeScript sources to IR modules. The only stage that sees TypeScript nodes. */
export { lowerDialect } from './dialect/lower.ts';
export type { Target } from './dialect/source-unit.ts';
