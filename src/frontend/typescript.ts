/**
 * TypeScript's compiler API as ts-morph carries it: the one place that decides which copy the frontend uses. The frontend walks compiler
 * nodes and never wraps them: a wrapper for each node costs more time than lowering it.
 */
import ts from './load-ts-morph.cjs';

export { ts };
