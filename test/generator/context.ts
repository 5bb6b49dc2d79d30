/** What the generator knows at a point of the program that it writes. */
import { Random } from './random.ts';
import { type Type, randomType, sameType } from './types.ts';

export interface Variable {
  name: string;
  type: Type;
  /** May be assigned; loop counters, constants and parameters of callbacks may not. */
  isMutable: boolean;
}

export interface FunctionSignature {
  name: string;
  parameters: Type[];
  result: Type;
  /** Estimated statements that a call executes. */
  cost: number;
}

export interface RecordShape {
  name: string;
  fields: { name: string; type: Type; isOptional: boolean }[];
}

export interface ClassShape {
  name: string;
  base?: ClassShape;
  /** Own fields; `isHidden` for `#private` ones. */
  fields: { name: string; type: Type; isHidden: boolean; isReadonly: boolean }[];
  methods: FunctionSignature[];
  accessors: { name: string; type: Type; hasSetter: boolean }[];
  statics: { name: string; type: Type }[];
  constructorParameters: Type[];
}

export interface GeneratorOptions {
  seed: number;
  /** Whether the program may lie about its types in the ways that TypeScript allows. */
  lies: boolean;
}

/** Statements that one run of the program may execute, roughly. */
const totalBudget = 6000;

export class Context {
  readonly random: Random;
  lies: boolean;
  readonly functions: FunctionSignature[] = [];
  readonly records: RecordShape[] = [];
  readonly classes: ClassShape[] = [];
  private scopes: Variable[][] = [[]];
  private names = 0;

  /** How often the statement being generated runs for one call of the function it is in. */
  repetitions = 1;
  /** Statements that the function being generated executes, so far. */
  cost = 0;
  /** The result type of the function being generated; undefined where `return` may not stand. */
  resultType: Type | undefined;
  /** The class whose method is being generated. */
  thisClass: ClassShape | undefined;
  /** `super.METHOD` may be called. */
  overridden: FunctionSignature | undefined;
  /** Labels of the loops around, innermost last; '' for a loop without. */
  loops: string[] = [];
  /** Levels of functions inside each other. */
  functionDepth = 0;
  /** Levels of scopes, which are blocks; limits nesting. */
  get depth(): number {
    return this.scopes.length;
  }
  /** Whether a `throw` here is caught in the same function. */
  isCaught = false;

  constructor({ seed, lies }: GeneratorOptions) {
    this.random = new Random(seed);
    this.lies = lies;
  }

  fresh(prefix: string): string {
    return `${prefix}${this.names++}`;
  }

  namedTypes(): Type[] {
    return [...this.records.map(({ name }): Type => ({ kind: 'record', name })), ...this.classes.map(({ name }): Type => ({ kind: 'class', name }))];
  }

  randomType(depth?: number): Type {
    return randomType(this.random, this.namedTypes(), depth);
  }

  declare(name: string, type: Type, isMutable: boolean): Variable {
    const variable = { name, type, isMutable };
    this.scopes[this.scopes.length - 1].push(variable);
    return variable;
  }

  /** Runs `generate` in a scope of its own. */
  inScope<T>(generate: () => T): T {
    this.scopes.push([]);
    try {
      return generate();
    } finally {
      this.scopes.pop();
    }
  }

  /** Runs `generate` as the body of a function: with its own result, loops and cost. Gives the cost back with the text. */
  inFunction<T>(resultType: Type | undefined, generate: () => T): { text: T; cost: number } {
    const { repetitions, cost, resultType: outerResult, loops, isCaught } = this;
    Object.assign(this, { repetitions: 1, cost: 1, resultType, loops: [], isCaught: false });
    this.functionDepth++;
    const text = this.inScope(generate);
    const ownCost = this.cost;
    this.functionDepth--;
    Object.assign(this, { repetitions, cost, resultType: outerResult, loops, isCaught });
    return { text, cost: ownCost };
  }

  /** Runs `generate` for code that must not throw: what a module executes when it is loaded. */
  honestly<T>(generate: () => T): T {
    const { lies } = this;
    this.lies = false;
    try {
      return generate();
    } finally {
      this.lies = lies;
    }
  }

  /** Runs `generate` as the body of something that repeats it. */
  repeated<T>(times: number, generate: () => T): T {
    const before = this.repetitions;
    this.repetitions *= times;
    try {
      return this.inScope(generate);
    } finally {
      this.repetitions = before;
    }
  }

  canAfford(cost: number): boolean {
    return this.cost + this.repetitions * cost < totalBudget / (1 + this.functionDepth);
  }

  charge(cost: number): void {
    this.cost += this.repetitions * cost;
  }

  variables(matches: (variable: Variable) => boolean): Variable[] {
    return this.scopes.flat().filter(matches);
  }

  /** The variables of the innermost scope. */
  innermostVariables(): Variable[] {
    return this.scopes[this.scopes.length - 1];
  }

  variablesOf(type: Type): Variable[] {
    return this.variables((variable) => sameType(variable.type, type));
  }

  record(name: string): RecordShape {
    return this.records.find((record) => record.name === name)!;
  }

  class(name: string): ClassShape {
    return this.classes.find((candidate) => candidate.name === name)!;
  }

  subclasses(name: string): ClassShape[] {
    const extendsIt = (candidate: ClassShape | undefined): boolean => candidate !== undefined && (candidate.name === name || extendsIt(candidate.base));
    return this.classes.filter(extendsIt);
  }
}

/** Public fields of a class and its bases. */
export function visibleFields(shape: ClassShape): ClassShape['fields'] {
  return [...(shape.base ? visibleFields(shape.base) : []), ...shape.fields.filter(({ isHidden }) => !isHidden)];
}

export function allMethods(shape: ClassShape): FunctionSignature[] {
  const inherited = shape.base ? allMethods(shape.base) : [];
  return [...inherited.filter(({ name }) => !shape.methods.some((method) => method.name === name)), ...shape.methods];
}

export function allAccessors(shape: ClassShape): ClassShape['accessors'] {
  return [...(shape.base ? allAccessors(shape.base) : []), ...shape.accessors];
}
