/** Functions and classes as util.inspect of node 20 writes them: getFunctionBase and getClassBase. */

import { functionKind, functionName, superclassName } from './intrinsics.ts';

/** By functionKind. */
const FUNCTION_KINDS = ['Function', '', 'AsyncFunction', 'GeneratorFunction', 'AsyncGeneratorFunction'];

/** `[Function: f]`, `[class A extends B]`, … */
export function describeFunction(value: Function, tag: string): string {
  const kind = functionKind(value);
  const name = functionName(value);
  if (kind === 1) {
    const base = superclassName(value);
    return `[class ${name === '' ? '(anonymous)' : name}${tag === '' ? '' : ` [${tag}]`}${base === '' ? '' : ` extends ${base}`}]`;
  }
  const shownTag = tag !== '' && tag !== FUNCTION_KINDS[kind] ? ` [${tag}]` : '';
  return `[${FUNCTION_KINDS[kind]}${name === '' ? ' (anonymous)' : `: ${name}`}]${shownTag}`;
}
