type Op = ['push', number] | ['add'] | ['mul'] | ['jump', number] | ['jumpz', number] | ['load', string] | ['store', string] | ['print'] | ['call', number] | ['ret'];
function run(program: Op[]): string[] {
  const stack: number[] = [];
  const calls: number[] = [];
  const vars: Record<string, number> = {};
  const out: string[] = [];
  let pc = 0;
  for (let steps = 0; pc < program.length; steps++) {
    if (steps > 10000) throw new Error('too many steps');
    const op = program[pc++];
    switch (op[0]) {
      case 'push': stack.push(op[1]); break;
      case 'add': stack.push(stack.pop()! + stack.pop()!); break;
      case 'mul': stack.push(stack.pop()! * stack.pop()!); break;
      case 'jump': pc = op[1]; break;
      case 'jumpz': if (stack.pop() === 0) pc = op[1]; break;
      case 'load': stack.push(vars[op[1]] ?? 0); break;
      case 'store': vars[op[1]] = stack.pop()!; break;
      case 'print': out.push(String(stack.pop())); break;
      case 'call': calls.push(pc); pc = op[1]; break;
      case 'ret': pc = calls.pop() ?? program.length; break;
    }
  }
  return out;
}
console.log(run([['push', 10], ['store', 'n'], ['push', 1], ['store', 'f'], ['load', 'n'], ['jumpz', 15], ['load', 'f'], ['load', 'n'], ['mul'], ['store', 'f'], ['load', 'n'], ['push', -1], ['add'], ['store', 'n'], ['jump', 4], ['load', 'f'], ['print']]));
console.log(run([['call', 3], ['call', 3], ['ret'], ['load', 'x'], ['push', 1.5], ['add'], ['store', 'x'], ['load', 'x'], ['print'], ['ret']]));
try {
  run([['jump', 0]]);
} catch (e) {
  console.log((e as Error).message);
}
