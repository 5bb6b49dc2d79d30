/** Functions and closures with statement bodies. */
import { type Context } from './context.ts';
import { expression } from './expressions.ts';
import { type Statement, block, statements } from './statements.ts';
import { type Type, typeText } from './types.ts';

/** The least that a function's body costs. */
const minimumCost = 20;

/** The statements of a function's body, ending in a `return`. The parameters must have been declared. */
export function functionBody(context: Context, result: Type | undefined, count: number): Statement[] {
  const body = statements(context, count);
  if (result) body.push(`return ${expression(context, result, 1)};`);
  return body;
}

/** A closure: it may read and assign the variables around it. */
export function functionExpression(context: Context, parameters: readonly Type[], result: Type): string {
  const names = parameters.map(() => context.fresh('p'));
  const header = `(${names.map((name, index) => `${name}: ${typeText(parameters[index])}`).join(', ')}): ${typeText(result)} =>`;
  const declareParameters = (): void => names.forEach((name, index) => void context.declare(name, parameters[index], true));
  // Every call of a closure may cost its body: its definition is charged, and calls are charged a fixed sum.
  if (context.functionDepth > 2 || context.random.chance(50) || !context.canAfford(60)) {
    const { text } = context.inFunction(result, () => {
      declareParameters();
      return expression(context, result, 3);
    });
    return `(${header} ${text.startsWith('{') ? `(${text})` : text})`;
  }
  const { text, cost } = context.inFunction(result, () => {
    declareParameters();
    return functionBody(context, result, context.random.between(1, 2));
  });
  context.charge(cost);
  return `(${header} ${block(text)})`;
}

/** `function NAME(…): …`, added to the functions that may be called from then on. */
export function functionDeclaration(context: Context): Statement {
  const { random } = context;
  const name = context.fresh('f');
  const parameters = random.times(random.between(0, 4), () => context.randomType());
  const result = context.randomType();
  const isRecursive = random.chance(20);
  const { text, cost } = context.inFunction(result, () => {
    const withDefaults: string[] = [];
    const names = parameters.map((type, index) => {
      const value = index === parameters.length - 1 && random.chance(30) ? ` = ${expression(context, type, 3)}` : '';
      const { name: parameter } = context.declare(context.fresh('p'), type, true);
      withDefaults.push(`${parameter}: ${typeText(type)}${value}`);
      return parameter;
    });
    const body = functionBody(context, result, random.between(2, 5));
    if (!isRecursive) return `function ${name}(${withDefaults.join(', ')}): ${typeText(result)} ${block(body)}`;
    const again = `${name}(depth - 1${names.map((parameter) => `, ${parameter}`).join('')})`;
    const guarded: Statement[] = [`if (depth > 0) note('${name}', ${again});`, ...body];
    return `function ${name}(depth: number${withDefaults.map((parameter) => `, ${parameter}`).join('')}): ${typeText(result)} ${block(guarded)}`;
  });
  const perCall = Math.max(minimumCost, cost);
  if (isRecursive) {
    const direct = `${name}At`;
    context.functions.push({ name: direct, parameters, result, cost: perCall * 4 });
    const forwarded = parameters.map((type, index) => `a${index}: ${typeText(type)}`).join(', ');
    return `${text}\nfunction ${direct}(${forwarded}): ${typeText(result)} {\n  return ${name}(3${parameters.map((_, index) => `, a${index}`).join('')});\n}`;
  }
  context.functions.push({ name, parameters, result, cost: perCall });
  return text;
}
