/** Statements of the systems dialect, by syntax kind. */
import type { Block } from '../../ir/function.ts';
import { ts } from '../typescript.ts';
import { emitAssignment, emitStep } from './assignments.ts';
import { emitCall } from './calls.ts';
import { emitCondition } from './conditions.ts';
import { hasConstant, plainConstant } from './constants.ts';
import type { FunctionContext } from './context.ts';
import { emitAs } from './expressions.ts';
import { emitInteger, emitWide } from './integers.ts';
import { describe, isBigInt, isNumber, isUnconverted, typeOf } from './static-types.ts';
import { type MachineType, repOf, typeOfAnnotation } from './types.ts';

const { SyntaxKind } = ts;

/** Where break and continue go; a switch has no continue. */
interface Target {
  labels: readonly string[];
  breakTo: Block;
  continueTo: Block | null;
}

export class StatementLowering {
  private readonly context: FunctionContext;
  private readonly targets: Target[] = [];
  private labels: string[] = [];

  constructor(context: FunctionContext) {
    this.context = context;
  }

  lower(node: ts.Statement): void {
    const context: FunctionContext = this.context;
    const { ssa } = context;
    context.at(node);
    const labels = this.labels;
    this.labels = [];
    switch (node.kind) {
      case SyntaxKind.Block:
        return context.inScope(() => (node as ts.Block).statements.forEach((child) => this.lower(child)));
      case SyntaxKind.EmptyStatement:
        return;
      case SyntaxKind.VariableStatement:
        return this.declare((node as ts.VariableStatement).declarationList);
      case SyntaxKind.ExpressionStatement:
        return lowerEffect(context, (node as ts.ExpressionStatement).expression);
      case SyntaxKind.IfStatement:
        return this.lowerIf(node as ts.IfStatement);
      case SyntaxKind.WhileStatement:
      case SyntaxKind.DoStatement:
      case SyntaxKind.ForStatement:
        return context.inScope(() => this.lowerLoop(node as ts.WhileStatement | ts.DoStatement | ts.ForStatement, labels));
      case SyntaxKind.SwitchStatement:
        return context.inScope(() => this.lowerSwitch(node as ts.SwitchStatement, labels));
      case SyntaxKind.LabeledStatement:
        this.labels = [...labels, (node as ts.LabeledStatement).label.text];
        return this.lower((node as ts.LabeledStatement).statement);
      case SyntaxKind.BreakStatement:
      case SyntaxKind.ContinueStatement:
        ssa.jump(this.targetOf(node as ts.BreakOrContinueStatement));
        return ssa.startUnreachable();
      case SyntaxKind.ReturnStatement:
        return this.lowerReturn(node as ts.ReturnStatement);
      default:
        context.fail(node, `${describe(node)} is not in the systems dialect.`);
    }
  }

  private declare(list: ts.VariableDeclarationList): void {
    const context: FunctionContext = this.context;
    const constant = (list.flags & ts.NodeFlags.Const) !== 0;
    if (!constant && (list.flags & ts.NodeFlags.Let) === 0) context.fail(list, 'var is not in the systems dialect.', 'write let or const');
    for (const node of list.declarations) {
      if (!ts.isIdentifier(node.name)) context.fail(node.name, 'Destructuring is not in the systems dialect.');
      const { text: name } = node.name;
      const initial = node.initializer && typeOf(context, node.initializer);
      const annotated = node.type && typeOfAnnotation(node.type, context.unit.aliases);
      if (node.type && (!annotated || annotated === 'void' || annotated === 'never')) context.fail(node.type, 'This is no machine type.');
      if (constant && initial && !annotated && hasConstant(initial)) {
        context.declare(name, { kind: 'constant', type: initial });
        continue;
      }
      const type = (annotated ?? this.inferred(node, initial)) as MachineType;
      const variable = { name, rep: repOf(type) };
      if (node.initializer) {
        context.ssa.write(variable, emitAs(context, node.initializer, type));
      }
      context.declare(name, { kind: 'variable', type, variable, constant });
    }
  }

  private inferred(node: ts.VariableDeclaration, initial: ReturnType<typeof typeOf> | undefined): MachineType {
    const context: FunctionContext = this.context;
    if (!initial) context.fail(node, `The variable '${node.name.getText()}' needs a machine type.`, 'annotate it');
    if (initial.kind === 'literal' && typeof initial.constant === 'number') return 'f64';
    if (initial.kind !== 'machine') context.fail(node.initializer!, 'An unconverted intermediate has no machine type.', 'convert it: u32(…), i32(…), u64(…) …');
    if (initial.type === 'void' || initial.type === 'never') context.fail(node.initializer!, 'This expression has no value.');
    return initial.type;
  }

  private lowerIf(node: ts.IfStatement): void {
    const context: FunctionContext = this.context;
    const { ssa } = context;
    const [then, join] = [ssa.newBlock(), ssa.newBlock()];
    const otherwise = node.elseStatement ? ssa.newBlock() : join;
    emitCondition(context, node.expression, then, otherwise);
    ssa.startSealed(then);
    context.inScope(() => this.lower(node.thenStatement));
    ssa.jump(join);
    if (node.elseStatement) {
      ssa.startSealed(otherwise);
      context.inScope(() => this.lower(node.elseStatement!));
      ssa.jump(join);
    }
    ssa.startSealed(join);
  }

  private lowerLoop(node: ts.WhileStatement | ts.DoStatement | ts.ForStatement, labels: string[]): void {
    const context: FunctionContext = this.context;
    const { ssa } = context;
    if (ts.isForStatement(node) && node.initializer) {
      if (ts.isVariableDeclarationList(node.initializer)) this.declare(node.initializer);
      else lowerEffect(context, node.initializer);
    }
    const condition = ts.isForStatement(node) ? node.condition : node.expression;
    const [test, body, step, exit] = [ssa.newBlock(), ssa.newBlock(), ssa.newBlock(), ssa.newBlock()];
    ssa.jump(ts.isDoStatement(node) ? body : test);
    if (!ts.isDoStatement(node)) this.lowerTest(condition, test, body, exit);
    ssa.enter(body);
    if (!ts.isDoStatement(node)) ssa.seal(body);
    this.targets.push({ labels, breakTo: exit, continueTo: step });
    context.inScope(() => this.lower(node.statement));
    this.targets.pop();
    ssa.jump(step);
    ssa.startSealed(step);
    if (ts.isForStatement(node) && node.incrementor) lowerEffect(context, node.incrementor);
    ssa.jump(test);
    if (ts.isDoStatement(node)) this.lowerTest(condition, test, body, exit);
    ssa.seal(test);
    ssa.seal(body);
    ssa.startSealed(exit);
  }

  private lowerTest(condition: ts.Expression | undefined, test: Block, body: Block, exit: Block): void {
    const context: FunctionContext = this.context;
    context.ssa.enter(test);
    if (condition) emitCondition(context, condition, body, exit);
    else context.ssa.jump(body);
  }

  /** A switch on integers with constant labels; clauses fall through as in JavaScript. */
  private lowerSwitch(node: ts.SwitchStatement, labels: string[]): void {
    const context: FunctionContext = this.context;
    const { ssa } = context;
    const type = typeOf(context, node.expression);
    if (!isNumber(type) && !isBigInt(type)) context.fail(node.expression, 'A switch of the systems dialect is on integers.');
    if (isUnconverted(type)) context.fail(node.expression, 'The switch is on an unconverted intermediate.', 'convert it first: u32(…), u64(…) …');
    const wide = isBigInt(type);
    const scrutinee = wide ? emitWide(context, node.expression) : emitInteger(context, node.expression, 32);
    const exit = ssa.newBlock();
    const { clauses } = node.caseBlock;
    const blocks = clauses.map(() => ssa.newBlock());
    const cases: bigint[] = [];
    const targets: Block[] = [];
    clauses.forEach((clause, i) => {
      if (!ts.isCaseClause(clause)) return;
      const constant = plainConstant(typeOf(context, clause.expression));
      if (typeof constant !== (wide ? 'bigint' : 'number')) context.fail(clause.expression, 'A case of the systems dialect is an integer constant.');
      cases.push(BigInt.asIntN(wide ? 64 : 32, BigInt(constant!)));
      targets.push(blocks[i]!);
    });
    const fallback = clauses.findIndex(ts.isDefaultClause);
    ssa.switch(scrutinee, cases, [...targets, fallback < 0 ? exit : blocks[fallback]!]);
    this.targets.push({ labels, breakTo: exit, continueTo: null });
    clauses.forEach((clause, i) => {
      if (i > 0) ssa.jump(blocks[i]!);
      ssa.startSealed(blocks[i]!);
      clause.statements.forEach((child) => this.lower(child));
    });
    this.targets.pop();
    if (ssa.block !== exit) ssa.jump(exit);
    ssa.startSealed(exit);
  }

  private targetOf(node: ts.BreakOrContinueStatement): Block {
    const isContinue = ts.isContinueStatement(node);
    for (let i = this.targets.length - 1; i >= 0; i--) {
      const { labels, breakTo, continueTo } = this.targets[i]!;
      if (node.label ? !labels.includes(node.label.text) : isContinue && !continueTo) continue;
      return isContinue ? continueTo! : breakTo;
    }
    this.context.fail(node, 'There is no such loop around this statement.');
  }

  private lowerReturn(node: ts.ReturnStatement): void {
    const context: FunctionContext = this.context;
    const { result } = context.signature;
    if (!node.expression) return context.ssa.return();
    if (result === 'void' || result === 'never') return lowerEffect(context, node.expression);
    const value = emitAs(context, node.expression, result);
    context.at(node);
    context.ssa.return(value);
  }
}

/** An expression for its effect: a call, an assignment, a step. */
export function lowerEffect(context: FunctionContext, node: ts.Expression): void {
  context.at(node);
  if (ts.isParenthesizedExpression(node)) return lowerEffect(context, node.expression);
  if (ts.isPostfixUnaryExpression(node)) return emitStep(context, node);
  if (ts.isPrefixUnaryExpression(node) && (node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken))
    return emitStep(context, node);
  if (ts.isCallExpression(node)) {
    typeOf(context, node); // Reports a callee that is no function of the dialect.
    emitCall(context, node);
  } else if (ts.isBinaryExpression(node) && node.operatorToken.kind >= SyntaxKind.FirstAssignment && node.operatorToken.kind <= SyntaxKind.LastAssignment) emitAssignment(context, node);
  else if (ts.isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.CommaToken) {
    lowerEffect(context, node.left);
    lowerEffect(context, node.right);
  } else context.fail(node, 'This expression has no effect.');
}
