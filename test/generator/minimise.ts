/**
 * Makes a failing program small, by delta debugging on its syntax tree (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing
 * Input", 2002; applied level by level to trees as in Misherghi and Su, "HDD", 2006).
 *
 * Three reductions take turns until none helps: leave out runs of siblings (statements, class members, clauses, elements, properties), put the
 * statements of a block in the place of the statement that has it, put a part of an expression in the place of the whole. Candidates need not
 * be type-correct: the caller's test rejects what does not fail in the same way.
 */
import ts from 'typescript';

export interface MinimiseOptions {
  /** Whether a text still fails in the way that is looked for. */
  isFailing: (text: string) => Promise<boolean>;
  /** No candidate is tried after this time. */
  deadlineMs: number;
}

interface Edit {
  start: number;
  end: number;
  replacement: string;
}

/** The smallest text found; `text` itself must fail. */
export async function minimise(text: string, { isFailing, deadlineMs }: MinimiseOptions): Promise<string> {
  const rejected = new Set<string>();
  const options: MinimiseOptions = {
    deadlineMs,
    isFailing: async (candidate) => {
      if (rejected.has(candidate)) return false;
      const fails = await isFailing(candidate);
      if (!fails) rejected.add(candidate);
      return fails;
    },
  };
  let best = text;
  for (let before = ''; before !== best && Date.now() < deadlineMs; ) {
    before = best;
    best = await removeSiblings(best, options);
    best = await tryEach(best, unwrapStatements, options);
    best = await tryEach(best, replaceByParts, options);
  }
  return best;
}

const parse = (text: string): ts.SourceFile => ts.createSourceFile('minimise.ts', text, ts.ScriptTarget.ES2022, true);

function apply(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { start, end, replacement } of [...edits].sort((a, b) => b.start - a.start)) result = result.slice(0, start) + replacement + result.slice(end);
  return result;
}

/** Lists whose members may be left out, outermost first. */
function siblingLists(root: ts.SourceFile): ts.NodeArray<ts.Node>[] {
  const lists: ts.NodeArray<ts.Node>[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isSourceFile(node) || ts.isBlock(node) || ts.isCaseOrDefaultClause(node)) lists.push(node.statements);
    if (ts.isClassLike(node) || ts.isInterfaceDeclaration(node)) lists.push(node.members);
    if (ts.isCaseBlock(node)) lists.push(node.clauses);
    if (ts.isArrayLiteralExpression(node)) lists.push(node.elements);
    if (ts.isObjectLiteralExpression(node)) lists.push(node.properties);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return lists.filter((list) => list.length > 0);
}

/** The text that goes away with a list member: itself and the comma after it. */
function removal(text: string, node: ts.Node): Edit {
  let end = node.end;
  if (/^\s*,/.test(text.slice(end))) end = text.indexOf(',', end) + 1;
  return { start: node.getFullStart(), end, replacement: '' };
}

async function removeSiblings(text: string, { isFailing, deadlineMs }: MinimiseOptions): Promise<string> {
  let best = text;
  for (let index = 0; ; index++) {
    let list = siblingLists(parse(best))[index];
    if (!list) return best;
    for (let chunk = list.length; chunk >= 1; chunk = chunk >> 1) {
      for (let from = 0; from < list.length; ) {
        if (Date.now() >= deadlineMs) return best;
        const candidate = apply(best, list.slice(from, from + chunk).map((node) => removal(best, node)));
        if (await isFailing(candidate)) {
          best = candidate;
          list = siblingLists(parse(best))[index];
          // The list is empty now: the next one has taken its place.
          if (!list) return best;
        } else from += chunk;
      }
    }
  }
}

/** Tries each single edit that `propose` finds, beginning again after each that works. */
async function tryEach(text: string, propose: (root: ts.SourceFile, text: string) => Edit[], { isFailing, deadlineMs }: MinimiseOptions): Promise<string> {
  let best = text;
  for (let index = 0; Date.now() < deadlineMs; ) {
    const edits = propose(parse(best), best);
    if (index >= edits.length) break;
    const candidate = apply(best, [edits[index]]);
    if (candidate.length < best.length && (await isFailing(candidate))) best = candidate;
    else index++;
  }
  return best;
}

/** `if (c) { a; b; }` becomes `a; b;`, likewise loops, try, labels and blocks. */
function unwrapStatements(root: ts.SourceFile, text: string): Edit[] {
  const edits: Edit[] = [];
  const inside = (statement: ts.Node): string => (ts.isBlock(statement) ? text.slice(statement.getStart() + 1, statement.end - 1) : text.slice(statement.getFullStart(), statement.end));
  const visit = (node: ts.Node): void => {
    const parts: ts.Node[] = [];
    if (ts.isIfStatement(node)) parts.push(node.thenStatement, ...(node.elseStatement ? [node.elseStatement] : []));
    else if (ts.isIterationStatement(node, false) || ts.isLabeledStatement(node)) parts.push(node.statement);
    else if (ts.isTryStatement(node)) parts.push(node.tryBlock, ...(node.catchClause ? [node.catchClause.block] : []), ...(node.finallyBlock ? [node.finallyBlock] : []));
    else if (ts.isBlock(node) && ts.isBlock(node.parent)) parts.push(node);
    for (const part of parts) edits.push({ start: node.getStart(), end: node.end, replacement: inside(part) });
    ts.forEachChild(node, visit);
  };
  visit(root);
  return edits;
}

const reducibleKinds = new Set([
  ts.SyntaxKind.BinaryExpression,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.CallExpression,
  ts.SyntaxKind.NewExpression,
  ts.SyntaxKind.ParenthesizedExpression,
  ts.SyntaxKind.AsExpression,
  ts.SyntaxKind.NonNullExpression,
  ts.SyntaxKind.PrefixUnaryExpression,
  ts.SyntaxKind.ArrayLiteralExpression,
  ts.SyntaxKind.PropertyAccessExpression,
  ts.SyntaxKind.ElementAccessExpression,
]);

/** `f(a) + b` becomes `a`, or `b`, or `f(a)`. */
function replaceByParts(root: ts.SourceFile, text: string): Edit[] {
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (reducibleKinds.has(node.kind)) {
      ts.forEachChild(node, (child) => {
        if (ts.isExpression(child) && child.getWidth() < node.getWidth()) edits.push({ start: node.getStart(), end: node.end, replacement: text.slice(child.getStart(), child.end) });
      });
    }
    if (ts.isVariableStatement(node) || ts.isExpressionStatement(node)) {
      for (const nested of closuresIn(node)) edits.push({ start: nested.getStart(), end: nested.end, replacement: '0' });
    }
    ts.forEachChild(node, visit);
  };
  visit(root);
  return edits;
}

function closuresIn(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  ts.forEachChild(node, function visit(child) {
    if (ts.isArrowFunction(child)) found.push(child);
    else ts.forEachChild(child, visit);
  });
  return found;
}
