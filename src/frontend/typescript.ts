/** TypeScript's compiler API, as ts-morph carries it: the one place that decides which copy the frontend uses. */
export { ts } from 'ts-morph';
