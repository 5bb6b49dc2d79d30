/** Names of ordinary TypeScript: what the binder (binder.ts) finds out about a source file, and storage.ts decides about it. */
import type { ts } from '../typescript.ts';

export type BindingKind = 'let' | 'const' | 'var' | 'param' | 'function' | 'class' | 'enum' | 'catch' | 'import' | 'self' | 'this' | 'new.target' | 'arguments';

/**
 * Where a binding lives.
 *   ssa     a value of the function that owns it; functions that capture it copy the value
 *   cell    a heap cell that the owner and all functions that capture it share
 *   global  a module variable
 */
export type Storage = 'ssa' | 'cell' | 'global';

export interface Reference {
  node: ts.Node;
  from: FunctionInfo;
}

/** A declared name. It serves as the SSA variable that holds its value, or its cell. */
export interface Binding {
  readonly name: string;
  readonly rep: 'value';
  readonly kind: BindingKind;
  readonly scope: Scope;
  /** The declaration; for an import its specifier. */
  readonly node: ts.Node;
  /** From this offset on in the owner's text it is initialised, unless its scope is a switch. */
  initialisedAt: number;
  /** Assignments beside the initialiser. */
  readonly assignments: Reference[];
  readonly references: Reference[];
  /** Functions created by the owner that use it, themselves or in functions within. */
  readonly capturers: Set<FunctionInfo>;
  /** The function that this name is initialised with and that never loses it: inside, the name is the callee itself. */
  selfFunction: FunctionInfo | null;
  storage: Storage;
  exported: boolean;
  /** Some read comes before the initialiser for all that is known: the scope's entry stores a hole. */
  readEarly: boolean;
}

export type ScopeKind = 'module' | 'function' | 'block' | 'loop' | 'switch' | 'catch' | 'class';

export interface Scope {
  readonly kind: ScopeKind;
  readonly node: ts.Node;
  readonly parent: Scope | null;
  readonly owner: FunctionInfo;
  readonly bindings: Map<string, Binding>;
  /** Function declarations of this scope in source order. */
  readonly functions: { node: ts.FunctionDeclaration; binding: Binding; info: FunctionInfo }[];
  /** Class scopes: the value that `super` and the class's name mean inside. */
  classBinding: Binding | null;
}

export type FunctionKind = 'module' | 'function' | 'arrow' | 'method' | 'constructor' | 'getter' | 'setter' | 'fields';

/** A function of the source: the module's top level, a function-like node, or the field initialisers of a class. */
export interface FunctionInfo {
  readonly node: ts.Node;
  readonly kind: FunctionKind;
  readonly parent: FunctionInfo | null;
  /** What it copies from its creator, in order. The members of a class share one list. */
  readonly captures: Binding[];
  /** Offset in the creator's text at which the function object is made. */
  createdAt: number;
  /** `this` and `new.target` of a function that is no arrow, made on first use. */
  receiver: Binding | null;
  newTarget: Binding | null;
  /** `arguments`, likewise. */
  arguments: Binding | null;
  scope: Scope | null;
}

export interface FileBindings {
  readonly source: ts.SourceFile;
  readonly module: FunctionInfo;
  readonly moduleScope: Scope;
  /** Meaning of identifiers in expressions and of declared names; unresolved ones are globals of the library. */
  readonly meaning: Map<ts.Node, Binding>;
  readonly scopes: Map<ts.Node, Scope>;
  readonly functions: Map<ts.Node, FunctionInfo>;
  /** Field initialisers by class. */
  readonly fieldFunctions: Map<ts.Node, FunctionInfo>;
}
