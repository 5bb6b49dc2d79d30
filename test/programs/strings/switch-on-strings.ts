function tokenKind(s: string): string {
  switch (s) {
    case '+': case '-': case '*': case '/': return 'operator';
    case '(': return 'open';
    case ')': return 'close';
    case 'let': case 'const': return 'keyword';
    case '': return 'empty';
    default: return s >= '0' && s <= '9' ? 'digit' : s.length > 1 ? 'word' : 'character';
  }
}
for (const t of ['+', '(', 'let', 'le' + 't', '', '7', 'x', 'word', ')', '-'.repeat(1), '99'.slice(1)]) console.log(tokenKind(t));
const commands = 'PUSH 1 PUSH 2 ADD DUP MUL PRINT'.split(' ');
const stack: number[] = [];
for (let i = 0; i < commands.length; i++) {
  switch (commands[i]) {
    case 'PUSH': stack.push(Number(commands[++i])); break;
    case 'ADD': stack.push(stack.pop()! + stack.pop()!); break;
    case 'DUP': stack.push(stack[stack.length - 1]); break;
    case 'MUL': stack.push(stack.pop()! * stack.pop()!); break;
    case 'PRINT': console.log(stack); break;
  }
}
