/**
 * Evaluates arithmetic with variables, functions and assignment, line by line: a recursive-descent parser that builds a tree of nodes.
 *
 * Arguments: a file of expressions. Includes: that file.
 */
import { readFileSync } from 'node:fs';

type Scope = Map<string, number>;

abstract class Node {
  abstract evaluate(scope: Scope): number;
  abstract toString(): string;
}

class Literal extends Node {
  constructor(readonly value: number) {
    super();
  }
  evaluate(): number {
    return this.value;
  }
  toString(): string {
    return String(this.value);
  }
}

class Variable extends Node {
  constructor(readonly name: string) {
    super();
  }
  evaluate(scope: Scope): number {
    const value = scope.get(this.name);
    if (value === undefined) throw new EvaluationError(`${this.name} is not defined`);
    return value;
  }
  toString(): string {
    return this.name;
  }
}

class Binary extends Node {
  constructor(readonly operator: string, readonly left: Node, readonly right: Node) {
    super();
  }
  evaluate(scope: Scope): number {
    const left = this.left.evaluate(scope);
    const right = this.right.evaluate(scope);
    switch (this.operator) {
      case '+':
        return left + right;
      case '-':
        return left - right;
      case '*':
        return left * right;
      case '/':
        if (right === 0) throw new EvaluationError('division by zero');
        return left / right;
      case '%':
        return left % right;
      case '^':
        return left ** right;
      default:
        throw new EvaluationError(`unknown operator ${this.operator}`);
    }
  }
  toString(): string {
    return `(${this.left} ${this.operator} ${this.right})`;
  }
}

class Negation extends Node {
  constructor(readonly operand: Node) {
    super();
  }
  evaluate(scope: Scope): number {
    return -this.operand.evaluate(scope);
  }
  toString(): string {
    return `-${this.operand}`;
  }
}

class Call extends Node {
  static readonly functions: { [name: string]: (...values: number[]) => number } = {
    sqrt: Math.sqrt,
    floor: Math.floor,
    abs: Math.abs,
    max: Math.max,
    min: Math.min,
    hypot: (a, b) => Math.sqrt(a * a + b * b),
  };
  constructor(readonly name: string, readonly operands: Node[]) {
    super();
  }
  evaluate(scope: Scope): number {
    const callee = Call.functions[this.name];
    if (callee === undefined) throw new EvaluationError(`no function ${this.name}`);
    return callee(...this.operands.map((operand) => operand.evaluate(scope)));
  }
  toString(): string {
    return `${this.name}(${this.operands.join(', ')})`;
  }
}

class Assignment extends Node {
  constructor(readonly name: string, readonly value: Node) {
    super();
  }
  evaluate(scope: Scope): number {
    const value = this.value.evaluate(scope);
    scope.set(this.name, value);
    return value;
  }
  toString(): string {
    return `${this.name} = ${this.value}`;
  }
}

class SyntaxProblem extends Error {
  override name = 'SyntaxProblem';
  constructor(message: string, readonly column: number) {
    super(message);
  }
}
class EvaluationError extends Error {
  override name = 'EvaluationError';
}

const levels = [['+', '-'], ['*', '/', '%']];

class Parser {
  private position = 0;
  constructor(private readonly text: string) {}

  parse(): Node {
    const node = this.binary(0);
    if (this.peek() === '=' && node instanceof Variable) {
      this.position++;
      return new Assignment(node.name, this.parse());
    }
    if (this.peek() !== '') throw this.problem(`unexpected '${this.peek()}'`);
    return node;
  }

  private binary(level: number): Node {
    if (level === levels.length) return this.unary();
    let left = this.binary(level + 1);
    while (levels[level].includes(this.peek())) {
      const operator = this.text[this.position++];
      left = new Binary(operator, left, this.binary(level + 1));
    }
    return left;
  }

  private unary(): Node {
    if (this.accept('-')) return new Negation(this.unary());
    const base = this.primary();
    return this.accept('^') ? new Binary('^', base, this.unary()) : base;
  }

  private primary(): Node {
    if (this.accept('(')) {
      const inner = this.binary(0);
      this.expect(')');
      return inner;
    }
    const word = this.word();
    if (word === '') throw this.problem(this.peek() === '' ? 'unexpected end' : `unexpected '${this.peek()}'`);
    const value = Number(word);
    if (!Number.isNaN(value)) return new Literal(value);
    if (!this.accept('(')) return new Variable(word);
    const operands: Node[] = [];
    if (!this.accept(')')) {
      do operands.push(this.binary(0));
      while (this.accept(','));
      this.expect(')');
    }
    return new Call(word, operands);
  }

  private word(): string {
    this.peek();
    const start = this.position;
    while (this.position < this.text.length && isWordCharacter(this.text.charCodeAt(this.position))) this.position++;
    return this.text.substring(start, this.position);
  }

  private peek(): string {
    while (this.text[this.position] === ' ') this.position++;
    return this.text[this.position] ?? '';
  }

  private accept(character: string): boolean {
    if (this.peek() !== character) return false;
    this.position++;
    return true;
  }

  private expect(character: string): void {
    if (!this.accept(character)) throw this.problem(`expected '${character}'`);
  }

  private problem(message: string): SyntaxProblem {
    return new SyntaxProblem(message, this.position + 1);
  }
}

function isWordCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 46;
}

const scope: Scope = new Map([['pi', Math.PI]]);
let failures = 0;
for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) {
  if (line.trim() === '' || line.startsWith('#')) continue;
  try {
    const node = new Parser(line).parse();
    console.log(`${node} => ${node.evaluate(scope)}`);
  } catch (error) {
    failures++;
    if (error instanceof SyntaxProblem) console.log(`${line}\n${' '.repeat(error.column - 1)}^ ${error.name}: ${error.message}`);
    else if (error instanceof EvaluationError) console.log(`${line} => ${error}`);
    else throw error;
  }
}
console.log('variables:', [...scope.keys()].sort().join(' '));
process.exitCode = failures;
