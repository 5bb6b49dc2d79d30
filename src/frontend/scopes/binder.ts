/**
 * Resolves the names of a source file: one walk that opens scopes, declares what each scope holds on entering it (so that
 * hoisting needs no second look), and records for each binding who assigns and who captures it.
 */
import { ts } from '../typescript.ts';
import type { Binding, BindingKind, FileBindings, FunctionInfo, FunctionKind, Scope, ScopeKind } from './bindings.ts';

const { SyntaxKind } = ts;

export function bindFile(source: ts.SourceFile): FileBindings {
  return new Binder(source).bind();
}

class Binder {
  private readonly file: FileBindings;
  private scope: Scope;
  private func: FunctionInfo;

  constructor(source: ts.SourceFile) {
    const module: FunctionInfo = newFunction(source, 'module', null, [], 0);
    const moduleScope = newScope('module', source, null, module);
    module.scope = moduleScope;
    this.file = {
      source, module, moduleScope, meaning: new Map(), scopes: new Map([[source, moduleScope]]), functions: new Map([[source, module]]), fieldFunctions: new Map(),
    };
    this.scope = moduleScope;
    this.func = module;
  }

  bind(): FileBindings {
    const { source } = this.file;
    this.declareStatements(source.statements);
    this.declareVars(source);
    source.statements.forEach((statement) => this.visit(statement));
    for (const statement of source.statements) this.markExports(statement);
    return this.file;
  }

  // ------------------------------------------------------------------------------------------------ declarations

  private declare(name: ts.Identifier | string, kind: BindingKind, node: ts.Node, initialisedAt: number, scope = this.scope): Binding {
    const text = typeof name === 'string' ? name : name.text;
    let binding = scope.bindings.get(text);
    if (!binding || (kind !== 'var' && kind !== 'function')) {
      binding = {
        name: text, rep: 'value', kind, scope, node, initialisedAt, assignments: [], references: [], capturers: new Set(),
        selfFunction: null, storage: scope.kind === 'module' ? 'global' : 'ssa', exported: false, readEarly: false,
      };
      scope.bindings.set(text, binding);
    }
    if (typeof name !== 'string') this.file.meaning.set(name, binding);
    return binding;
  }

  private declarePattern(name: ts.BindingName, kind: BindingKind, node: ts.Node, initialisedAt: number, scope = this.scope): void {
    if (ts.isIdentifier(name)) this.declare(name, kind, node, initialisedAt, scope);
    else for (const element of name.elements) if (!ts.isOmittedExpression(element)) this.declarePattern(element.name, kind, element, initialisedAt, scope);
  }

  /** let, const, class, enum, import and function declarations of a statement list. */
  private declareStatements(statements: readonly ts.Statement[]): void {
    for (const statement of statements) {
      if (isAmbient(statement)) continue;
      if (ts.isVariableStatement(statement)) this.declareList(statement.declarationList);
      else if (ts.isClassDeclaration(statement)) this.declare(statement.name ?? 'default', 'class', statement, statement.end);
      else if (ts.isEnumDeclaration(statement)) this.declare(statement.name, 'enum', statement, statement.end);
      else if (ts.isImportDeclaration(statement)) this.declareImports(statement);
      else if (ts.isFunctionDeclaration(statement) && statement.body) {
        const start = startOf(this.scope);
        const binding = this.declare(statement.name ?? 'default', 'function', statement, start);
        const info = newFunction(statement, 'function', this.func, [], start);
        binding.selfFunction = info;
        this.file.functions.set(statement, info);
        this.scope.functions.push({ node: statement, binding, info });
      }
    }
  }

  private declareList(list: ts.VariableDeclarationList): void {
    const kind = list.flags & ts.NodeFlags.Const ? 'const' : list.flags & ts.NodeFlags.Let ? 'let' : 'var';
    if (kind === 'var') return;
    for (const node of list.declarations) this.declarePattern(node.name, kind, node, node.end);
  }

  private declareImports(statement: ts.ImportDeclaration): void {
    const { importClause } = statement;
    if (!importClause || importClause.phaseModifier === SyntaxKind.TypeKeyword) return;
    if (importClause.name) this.declare(importClause.name, 'import', importClause, 0);
    const { namedBindings } = importClause;
    if (namedBindings && ts.isNamespaceImport(namedBindings)) this.declare(namedBindings.name, 'import', namedBindings, 0);
    else namedBindings?.elements.forEach((element) => !element.isTypeOnly && this.declare(element.name, 'import', element, 0));
  }

  /** Hoists the `var`s of a function's or module's body. */
  private declareVars(node: ts.Node): void {
    const visit = (child: ts.Node): void => {
      if (ts.isFunctionLike(child) || ts.isClassLike(child)) return;
      if (ts.isVariableDeclarationList(child) && !(child.flags & ts.NodeFlags.BlockScoped) && !isAmbient(child.parent))
        for (const declaration of child.declarations) this.declarePattern(declaration.name, 'var', declaration, node.pos);
      ts.forEachChild(child, visit);
    };
    ts.forEachChild(node, visit);
  }

  private markExports(statement: ts.Statement): void {
    if (ts.isExportDeclaration(statement) && !statement.moduleSpecifier && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      for (const { name, propertyName } of statement.exportClause.elements) {
        const binding = this.file.moduleScope.bindings.get((propertyName ?? name).text);
        if (binding) binding.exported = true;
      }
    } else if (ts.canHaveModifiers(statement) && statement.modifiers?.some(({ kind }) => kind === SyntaxKind.ExportKeyword)) {
      for (const binding of this.file.moduleScope.bindings.values()) if (statement.pos <= binding.node.pos && binding.node.end <= statement.end) binding.exported = true;
    }
  }

  // ------------------------------------------------------------------------------------------------ walk

  private readonly visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    switch (node.kind) {
      case SyntaxKind.InterfaceDeclaration:
      case SyntaxKind.TypeAliasDeclaration:
      case SyntaxKind.ImportDeclaration:
      case SyntaxKind.ExportDeclaration:
      case SyntaxKind.TypeParameter:
      case SyntaxKind.ModuleDeclaration: // Refused by the lowering.
        return;
      case SyntaxKind.Identifier:
        return this.reference(node as ts.Identifier);
      case SyntaxKind.ThisKeyword:
        return this.use(this.receiverOf(this.func), node);
      case SyntaxKind.SuperKeyword:
        return this.visitSuper(node);
      case SyntaxKind.MetaProperty:
        return (node as ts.MetaProperty).keywordToken === SyntaxKind.NewKeyword ? this.use(this.newTargetOf(this.func), node) : undefined;
      case SyntaxKind.PropertyAccessExpression:
        return this.visit((node as ts.PropertyAccessExpression).expression);
      case SyntaxKind.PropertyAssignment:
      case SyntaxKind.EnumMember:
        this.visitName((node as ts.PropertyAssignment).name);
        return this.visitOptional((node as ts.PropertyAssignment).initializer);
      case SyntaxKind.ShorthandPropertyAssignment:
        this.reference((node as ts.ShorthandPropertyAssignment).name);
        return this.visitOptional((node as ts.ShorthandPropertyAssignment).objectAssignmentInitializer);
      case SyntaxKind.BindingElement: {
        const element = node as ts.BindingElement;
        if (element.propertyName) this.visitName(element.propertyName);
        this.visitBindingName(element.name);
        return this.visitOptional(element.initializer);
      }
      case SyntaxKind.VariableStatement:
      case SyntaxKind.EnumDeclaration:
        if (isAmbient(node)) return;
        break;
      case SyntaxKind.VariableDeclaration:
        return this.visitVariable(node as ts.VariableDeclaration);
      case SyntaxKind.LabeledStatement:
        return this.visit((node as ts.LabeledStatement).statement);
      case SyntaxKind.BreakStatement:
      case SyntaxKind.ContinueStatement:
        return;
      case SyntaxKind.Block:
      case SyntaxKind.CaseBlock:
        return this.visitBlock(node as ts.Block | ts.CaseBlock);
      case SyntaxKind.ForStatement:
      case SyntaxKind.ForInStatement:
      case SyntaxKind.ForOfStatement:
        return this.visitFor(node as ts.ForStatement | ts.ForInOrOfStatement);
      case SyntaxKind.CatchClause:
        return this.inScope('catch', node, () => {
          const { variableDeclaration, block } = node as ts.CatchClause;
          if (variableDeclaration) {
            this.declarePattern(variableDeclaration.name, 'catch', variableDeclaration, variableDeclaration.end);
            this.visitBindingName(variableDeclaration.name);
          }
          this.visit(block);
        });
      case SyntaxKind.BinaryExpression:
        this.visitAssignment(node as ts.BinaryExpression);
        break;
      case SyntaxKind.PrefixUnaryExpression:
      case SyntaxKind.PostfixUnaryExpression: {
        const { operator, operand } = node as ts.PrefixUnaryExpression;
        if (operator === SyntaxKind.PlusPlusToken || operator === SyntaxKind.MinusMinusToken) this.assignTarget(operand);
        break;
      }
      case SyntaxKind.ClassDeclaration:
      case SyntaxKind.ClassExpression:
        return this.visitClass(node as ts.ClassLikeDeclaration);
      case SyntaxKind.FunctionDeclaration:
        if ((node as ts.FunctionDeclaration).body) this.visitFunction(node as ts.FunctionDeclaration, this.file.functions.get(node)!);
        return;
      case SyntaxKind.ArrowFunction:
      case SyntaxKind.FunctionExpression:
        return this.visitFunctionExpression(node as ts.ArrowFunction | ts.FunctionExpression);
      case SyntaxKind.MethodDeclaration:
      case SyntaxKind.GetAccessor:
      case SyntaxKind.SetAccessor: {
        // Of an object literal: a function made where it stands.
        const method = node as ts.MethodDeclaration;
        this.visitName(method.name);
        return this.visitFunction(method, this.newFunction(method, functionKind(method), [], method.pos));
      }
    }
    ts.forEachChild(node, this.visit);
  };

  private visitOptional(node: ts.Node | undefined): void {
    if (node) this.visit(node);
  }

  private visitName(name: ts.PropertyName | ts.BindingName): void {
    if (ts.isComputedPropertyName(name)) this.visit(name.expression);
  }

  private visitBindingName(name: ts.BindingName): void {
    if (!ts.isIdentifier(name)) for (const element of name.elements) this.visit(element);
  }

  private inScope(kind: ScopeKind, node: ts.Node, body: () => void): void {
    const outer = this.scope;
    this.scope = newScope(kind, node, outer, this.func);
    this.file.scopes.set(node, this.scope);
    body();
    this.scope = outer;
  }

  private visitBlock(node: ts.Block | ts.CaseBlock): void {
    this.inScope(ts.isCaseBlock(node) ? 'switch' : 'block', node, () => {
      this.declareStatements(ts.isCaseBlock(node) ? node.clauses.flatMap((clause) => clause.statements) : node.statements);
      ts.forEachChild(node, this.visit);
    });
  }

  private visitFor(node: ts.ForStatement | ts.ForInOrOfStatement): void {
    this.inScope('loop', node, () => {
      const { initializer } = node;
      if (initializer && ts.isVariableDeclarationList(initializer)) this.declareList(initializer);
      else if (initializer && !ts.isForStatement(node)) this.assignTarget(initializer);
      ts.forEachChild(node, this.visit);
    });
  }

  private visitVariable(node: ts.VariableDeclaration): void {
    const hoisted = !(ts.getCombinedNodeFlags(node) & ts.NodeFlags.BlockScoped);
    const loop = ts.isForInStatement(node.parent.parent) || ts.isForOfStatement(node.parent.parent);
    if (hoisted && (node.initializer || loop)) this.assignPattern(node.name);
    this.visitBindingName(node.name);
    if (!node.initializer) return;
    const isConst = (ts.getCombinedNodeFlags(node) & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const;
    const value = skipOuter(node.initializer);
    this.visit(node.initializer);
    // Inside `const f = () => … f() …` the name is the callee.
    if (isConst && ts.isIdentifier(node.name) && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))) {
      const binding = this.file.meaning.get(node.name)!;
      const info = this.file.functions.get(value)!;
      binding.selfFunction = info;
    }
  }

  private assignPattern(name: ts.BindingName): void {
    if (!ts.isIdentifier(name)) {
      for (const element of name.elements) if (!ts.isOmittedExpression(element)) this.assignPattern(element.name);
      return;
    }
    const binding = this.lookup(name.text);
    if (!binding) return;
    this.file.meaning.set(name, binding);
    binding.assignments.push({ node: name, from: this.func });
  }

  private visitAssignment(node: ts.BinaryExpression): void {
    const { kind } = node.operatorToken;
    if (kind >= SyntaxKind.FirstAssignment && kind <= SyntaxKind.LastAssignment) this.assignTarget(node.left);
  }

  /** Records assignments to identifiers in a target or assignment pattern. */
  private assignTarget(target: ts.Node): void {
    const node = skipOuter(target as ts.Expression);
    if (ts.isIdentifier(node)) this.lookup(node.text)?.assignments.push({ node, from: this.func });
    else if (ts.isArrayLiteralExpression(node)) node.elements.forEach((element) => this.assignTarget(ts.isSpreadElement(element) ? element.expression : withoutDefault(element)));
    else if (ts.isObjectLiteralExpression(node)) {
      for (const property of node.properties) {
        if (ts.isShorthandPropertyAssignment(property)) this.assignTarget(property.name);
        else if (ts.isPropertyAssignment(property)) this.assignTarget(withoutDefault(property.initializer));
        else if (ts.isSpreadAssignment(property)) this.assignTarget(property.expression);
      }
    }
  }

  // ------------------------------------------------------------------------------------------------ functions and classes

  private newFunction(node: ts.Node, kind: FunctionKind, captures: Binding[], createdAt: number): FunctionInfo {
    const info = newFunction(node, kind, this.func, captures, createdAt);
    this.file.functions.set(node, info);
    return info;
  }

  private visitFunctionExpression(node: ts.ArrowFunction | ts.FunctionExpression): void {
    const info = this.newFunction(node, ts.isArrowFunction(node) ? 'arrow' : 'function', [], node.pos);
    if (!ts.isFunctionExpression(node) || !node.name) return this.visitFunction(node, info);
    this.inScope('block', node, () => {
      this.declare(node.name!, 'self', node, 0).selfFunction = info;
      this.visitFunction(node, info);
    });
  }

  private visitFunction(node: ts.FunctionLikeDeclaration, info: FunctionInfo): void {
    const [outerFunc, outerScope] = [this.func, this.scope];
    this.func = info;
    this.scope = info.scope = newScope('function', node, outerScope, info);
    for (const param of node.parameters) if (!isThisParameter(param)) this.declarePattern(param.name, 'param', param, param.end);
    const { body } = node;
    if (body) {
      if (ts.isBlock(body)) this.declareVars(body);
      for (const param of node.parameters) {
        if (isThisParameter(param)) continue;
        this.visitBindingName(param.name);
        this.visitOptional(param.initializer);
      }
      if (ts.isConstructorDeclaration(node) && node.parameters.some((param) => ts.isParameterPropertyDeclaration(param, node))) this.receiverOf(info);
      if (ts.isBlock(body)) {
        // The body's declarations share the parameters' scope: a let can't repeat a parameter's name.
        this.declareStatements(body.statements);
        body.statements.forEach(this.visit);
      } else this.visit(body);
    }
    this.func = outerFunc;
    this.scope = outerScope;
  }

  private visitClass(node: ts.ClassLikeDeclaration): void {
    const declared = ts.isClassDeclaration(node) ? this.scope.bindings.get(node.name?.text ?? 'default')! : null;
    node.heritageClauses?.forEach((clause) => clause.token === SyntaxKind.ExtendsKeyword && clause.types.forEach(({ expression }) => this.visit(expression)));
    this.inScope('class', node, () => {
      const binding = declared ?? this.declare(node.name ?? '', 'class', node, node.end);
      this.scope.classBinding = binding;
      const captures: Binding[] = [];
      const constructor = node.members.find((member): member is ts.ConstructorDeclaration => ts.isConstructorDeclaration(member) && member.body !== undefined);
      for (const member of node.members) if (member.name) this.visitName(member.name as ts.PropertyName);
      const fields = node.members.filter((member): member is ts.PropertyDeclaration => ts.isPropertyDeclaration(member) && !isStatic(member));
      if (fields.some((field) => field.initializer)) this.visitFields(node, fields, captures);
      for (const member of node.members) {
        if (isFunctionMember(member) && member.body) {
          const info = this.newFunction(member, functionKind(member), captures, node.pos);
          if (member === constructor) binding.selfFunction ??= info;
          this.visitFunction(member, info);
        } else if (ts.isPropertyDeclaration(member) && isStatic(member) && member.initializer) this.visitStatic(member, member.initializer);
        else if (ts.isClassStaticBlockDeclaration(member)) this.visitStatic(member, member.body);
      }
    });
  }

  private visitFields(node: ts.ClassLikeDeclaration, fields: ts.PropertyDeclaration[], captures: Binding[]): void {
    const info = newFunction(node, 'fields', this.func, captures, node.pos);
    this.file.fieldFunctions.set(node, info);
    const [outerFunc, outerScope] = [this.func, this.scope];
    this.func = info;
    this.scope = info.scope = newScope('function', node, outerScope, info);
    for (const field of fields) this.visitOptional(field.initializer);
    this.func = outerFunc;
    this.scope = outerScope;
  }

  /** A static initialiser or block: lowered where the class stands, with its own `this`. */
  private visitStatic(member: ts.Node, body: ts.Node): void {
    this.inScope('block', member, () => {
      this.declare('this', 'this', member, member.pos);
      if (ts.isBlock(body)) this.declareVars(body);
      this.visit(body);
    });
  }

  // ------------------------------------------------------------------------------------------------ uses

  private lookup(name: string): Binding | undefined {
    for (let scope: Scope | null = this.scope; scope; scope = scope.parent) {
      const found = scope.bindings.get(name);
      if (found) return found;
    }
    return undefined;
  }

  private reference(node: ts.Identifier): void {
    const binding = this.lookup(node.text) ?? (node.text === 'arguments' ? this.argumentsOf(this.func) : undefined);
    if (!binding) return;
    this.file.meaning.set(node, binding);
    this.use(binding, node);
  }

  private use(binding: Binding, node: ts.Node): void {
    this.file.meaning.set(node, binding);
    binding.references.push({ node, from: this.func });
    const owner = binding.scope.owner;
    for (let func = this.func; func !== owner; func = func.parent!) {
      if (func.parent === owner) binding.capturers.add(func);
      if (binding.storage !== 'global' && !func.captures.includes(binding)) func.captures.push(binding);
    }
  }

  /** `this` where the walk stands: the one of a static initialiser, or of the nearest function that is no arrow. */
  private receiverOf(func: FunctionInfo): Binding {
    for (let scope: Scope | null = this.scope; scope; scope = scope.parent) {
      const own = scope.kind === 'block' ? scope.bindings.get('this') : undefined;
      if (own) return own;
      if (scope.kind === 'function' && scope.owner.kind !== 'arrow') break;
    }
    const home = nonArrow(func);
    const node = home.node;
    const derived = ts.isConstructorDeclaration(node) && isDerived(node.parent);
    home.receiver ??= this.declare('this', 'this', node, derived ? superCallEnd(node) : 0, home.scope!);
    return home.receiver;
  }

  private newTargetOf(func: FunctionInfo): Binding {
    const home = nonArrow(func);
    home.newTarget ??= this.declare('new.target', 'new.target', home.node, 0, home.scope!);
    return home.newTarget;
  }

  /** `arguments` of the nearest function that is no arrow; undefined: there is none. */
  private argumentsOf(func: FunctionInfo): Binding | undefined {
    const home = nonArrow(func);
    if (home.kind === 'module' || home.kind === 'fields') return undefined;
    home.arguments ??= this.declare('arguments', 'arguments', home.node, 0, home.scope!);
    return home.arguments;
  }

  /** `super` uses `this`, the class and, in calls, `new.target`. */
  private visitSuper(node: ts.Node): void {
    const receiver = this.receiverOf(this.func);
    this.use(receiver, node);
    for (let scope: Scope | null = this.scope; scope; scope = scope.parent) {
      if (!scope.classBinding) continue;
      const call = ts.isCallExpression(node.parent) && node.parent.expression === node;
      if (call) receiver.assignments.push({ node, from: this.func });
      if (!call) this.use(scope.classBinding, node);
      return;
    }
  }
}

/** Where the function declarations of a scope are made: behind the parameters in a function's body. */
function startOf(scope: Scope): number {
  const { body } = scope.node as ts.FunctionLikeDeclaration;
  return scope.kind === 'function' && body ? body.pos : scope.node.pos;
}

function newScope(kind: ScopeKind, node: ts.Node, parent: Scope | null, owner: FunctionInfo): Scope {
  return { kind, node, parent, owner, bindings: new Map(), functions: [], classBinding: null };
}

function newFunction(node: ts.Node, kind: FunctionKind, parent: FunctionInfo | null, captures: Binding[], createdAt: number): FunctionInfo {
  return { node, kind, parent, captures, createdAt, receiver: null, newTarget: null, arguments: null, scope: null };
}

function functionKind(node: ts.Node): FunctionKind {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (ts.isGetAccessorDeclaration(node)) return 'getter';
  return ts.isSetAccessorDeclaration(node) ? 'setter' : 'method';
}

function isFunctionMember(member: ts.ClassElement): member is ts.MethodDeclaration | ts.ConstructorDeclaration | ts.AccessorDeclaration {
  return ts.isMethodDeclaration(member) || ts.isConstructorDeclaration(member) || ts.isAccessor(member);
}

function nonArrow(func: FunctionInfo): FunctionInfo {
  let home = func;
  while (home.kind === 'arrow') home = home.parent!;
  return home;
}

/** Where `this` of a derived constructor is set: after a super() that is a statement of its body; else nobody knows. */
function superCallEnd(node: ts.ConstructorDeclaration): number {
  const call = node.body?.statements.find(isSuperCallStatement);
  return call ? call.end : Infinity;
}

export function isSuperCallStatement(statement: ts.Statement): boolean {
  return ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression) && statement.expression.expression.kind === SyntaxKind.SuperKeyword;
}

export function isDerived(node: ts.ClassLikeDeclaration): boolean {
  return node.heritageClauses?.some(({ token }) => token === SyntaxKind.ExtendsKeyword) ?? false;
}

export function isStatic(member: ts.ClassElement): boolean {
  return hasModifier(member, SyntaxKind.StaticKeyword);
}

export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (node.modifiers?.some((modifier) => modifier.kind === kind) ?? false);
}

export function isAmbient(node: ts.Node): boolean {
  return hasModifier(node, SyntaxKind.DeclareKeyword);
}

export function isThisParameter(param: ts.ParameterDeclaration): boolean {
  return ts.isIdentifier(param.name) && param.name.text === 'this';
}

/** The expression without parentheses and type assertions. */
export function skipOuter(node: ts.Expression): ts.Expression {
  let inner = node;
  while (ts.isParenthesizedExpression(inner) || ts.isAsExpression(inner) || ts.isNonNullExpression(inner) || ts.isSatisfiesExpression(inner) || ts.isTypeAssertionExpression(inner)) inner = inner.expression;
  return inner;
}

function withoutDefault(node: ts.Expression): ts.Expression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.EqualsToken ? node.left : node;
}
