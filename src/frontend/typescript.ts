/**
 * TypeScript's compiler API: the one place that decides which copy the frontend uses. typescript's own and not the one that ts-morph
 * carries, which takes twice as long to load, and of which nothing else was used.
 */
import ts from './load-typescript.cjs';

export { ts };
