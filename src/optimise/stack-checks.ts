import type { Func } from '../ir/function.ts';

/**
 * Stack overflow is a check: functions that can call themselves again, directly or not, compare the stack pointer with the core's limit
 * on entry. Below the limit lies a reserve for everything else: acyclic chains of the runtime.
 *
 * Marks them with the symbol of the function that throws; the code generator emits the comparison.
 */
export function markStackChecks(functions: readonly Func[], overflow: string): void {
  for (const func of recursive(functions)) if (!THROWING.has(func.file)) func.attrs.stackcheck = overflow;
}

/** Making the RangeError must not overflow again: it runs in the reserve. */
const THROWING = new Set(['src/std/error.ts', 'src/std/hooks.ts']);

/** Functions on a cycle of the call graph (Tarjan 1972), and those that call what the compiler does not know. */
function recursive(functions: readonly Func[]): Func[] {
  const bySymbol = new Map(functions.map((func) => [func.symbol, func]));
  const callees = new Map(functions.map((func) => [func, calleesOf(func, bySymbol)]));
  const index = new Map<Func, number>();
  const low = new Map<Func, number>();
  const onStack = new Set<Func>();
  const stack: Func[] = [];
  const found: Func[] = [];
  for (const root of functions) {
    if (index.has(root)) continue;
    const work: { func: Func; next: number }[] = [{ func: root, next: 0 }];
    while (work.length > 0) {
      const top = work[work.length - 1]!;
      const { func } = top;
      if (top.next === 0) {
        index.set(func, index.size);
        low.set(func, index.get(func)!);
        stack.push(func);
        onStack.add(func);
      }
      const callee = callees.get(func)![top.next++];
      if (callee) {
        if (!index.has(callee)) work.push({ func: callee, next: 0 });
        else if (onStack.has(callee)) low.set(func, Math.min(low.get(func)!, index.get(callee)!));
        continue;
      }
      work.pop();
      const parent = work[work.length - 1]?.func;
      if (parent) low.set(parent, Math.min(low.get(parent)!, low.get(func)!));
      if (low.get(func) !== index.get(func)) continue;
      const component: Func[] = [];
      for (let member = stack.pop()!; ; member = stack.pop()!) {
        onStack.delete(member);
        component.push(member);
        if (member === func) break;
      }
      if (component.length > 1 || callees.get(func)!.includes(func)) found.push(...component);
    }
  }
  const unknown = functions.filter((func) => func.blocks.some((block) => block.instrs.some(({ op }) => op === 'call.uniform' || op === 'call.indirect')));
  return [...new Set([...found, ...unknown])];
}

function calleesOf(func: Func, bySymbol: ReadonlyMap<string, Func>): Func[] {
  return func.blocks.flatMap((block) => block.instrs.flatMap(({ op, attrs }) => {
    const callee = op === 'call' ? bySymbol.get(attrs.target as string) : undefined;
    return callee ? [callee] : [];
  }));
}
