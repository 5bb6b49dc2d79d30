/** Random expressions of a given type. Each is a primary expression or parenthesised, so that it may stand anywhere. */
import { type Context, type FunctionSignature, allAccessors, allMethods, visibleFields } from './context.ts';
import { functionExpression } from './functions.ts';
import { integerLiteral, numberLiteral, stringLiteral } from './literals.ts';
import { type Type, arrayOf, booleanType, intType, isNumeric, mixedType, numberType, sameType, stringType, typeText } from './types.ts';

type Row = readonly [weight: number, make: () => string];

const maximumDepth = 3;

/** An expression of `type`. `depth` counts the levels above. */
export function expression(context: Context, type: Type, depth = 0): string {
  const { random } = context;
  if (context.lies && depth <= maximumDepth && random.chance(2)) return lie(context, type, depth);
  const existing = readable(context, type, depth);
  const shallow = depth >= maximumDepth;
  if (existing.length > 0 && random.chance(shallow ? 85 : 50)) return random.pick(existing)();
  const rows: Row[] = [[shallow ? 20 : 4, () => literal(context, type, depth)]];
  // Closures through conditionals and generic calls make long programs that execute little.
  if (!shallow && (type.kind !== 'function' || random.chance(15))) rows.push(...operations(context, type, depth), ...generic(context, type, depth));
  return random.weighted(rows)();
}

/** An expression whose value the checker does not know, for conditions and comparisons. */
function opaque(context: Context, type: Type, depth: number): string {
  const text = expression(context, type, depth);
  return `(${text} as ${typeText(type)})`;
}

/** A value of another type under a cast: what unsound code does. */
function lie(context: Context, type: Type, depth: number): string {
  const { random } = context;
  const other = random.weighted<() => string>([
    [3, () => expression(context, context.randomType(1), depth + 2)],
    [2, () => 'undefined'],
    [1, () => 'null'],
    [1, () => '{}'],
  ])();
  // A function hides the value from the checker, which would complain of conditions that it can see through.
  const hidden = type.kind === 'boolean' || random.chance(40) ? `wrong(${other})` : `${other} as any`;
  return `(${hidden} as ${typeText(type)})`;
}

/** Reads of variables, fields, accessors and elements that have the type. */
function readable(context: Context, type: Type, depth: number): (() => string)[] {
  const reads: (() => string)[] = context.variablesOf(type).map(({ name }) => () => name);
  for (const { name, type: holder } of context.variables(() => true)) {
    if (holder.kind === 'record') {
      for (const field of context.record(holder.name).fields) if (!field.isOptional && sameType(field.type, type)) reads.push(() => `${name}.${field.name}`);
    } else if (holder.kind === 'class') {
      reads.push(...membersOf(context, name, holder.name, type));
    } else if (holder.kind === 'array' && sameType(holder.element, type)) {
      reads.push(() => element(context, name, type, depth));
    } else if (holder.kind === 'nullable' && sameType(holder.type, type)) {
      reads.push(() => (context.lies && context.random.chance(30) ? `${name}!` : `(${name} ?? ${literal(context, type, depth + 1)})`));
    }
  }
  const self = context.thisClass;
  if (self) {
    for (const field of [...visibleFields(self), ...self.fields.filter(({ isHidden }) => isHidden)]) if (sameType(field.type, type)) reads.push(() => `this.${field.name}`);
  }
  for (const shape of context.classes) for (const { name, type: held } of shape.statics) if (sameType(held, type)) reads.push(() => `${shape.name}.${name}`);
  return reads;
}

function membersOf(context: Context, object: string, className: string, type: Type): (() => string)[] {
  const shape = context.class(className);
  return [...visibleFields(shape), ...allAccessors(shape)].filter((member) => sameType(member.type, type)).map(({ name }) => () => `${object}.${name}`);
}

/** An element of an array: guarded, or read as if it were there. */
function element(context: Context, array: string, type: Type, depth: number): string {
  const { random } = context;
  const index = random.chance(50) ? String(random.between(0, 5)) : expression(context, intType, depth + 2);
  if (context.lies && random.chance(40)) return `${array}[${index}]`;
  return `(${array}[${index}] ?? ${literal(context, type, depth + 1)})`;
}

function literal(context: Context, type: Type, depth: number): string {
  const { random } = context;
  const inner = (of: Type): string => expression(context, of, depth + 2);
  switch (type.kind) {
    case 'number':
      return parenthesiseNegative(numberLiteral(random));
    case 'int':
      return parenthesiseNegative(integerLiteral(random));
    case 'string':
      return stringLiteral(random);
    case 'boolean':
      return random.pick(['true', 'false']);
    case 'mixed':
      return `(${inner(random.pick([numberType, intType, stringType, booleanType]))} as ${typeText(mixedType)})`;
    case 'nullable':
      return `(${random.chance(40) ? 'undefined' : inner(type.type)} as ${typeText(type)})`;
    case 'array':
      return arrayLiteral(context, type, depth);
    case 'set':
      return `new Set<${typeText(type.element)}>([${random.times(random.between(0, 4), () => inner(type.element)).join(', ')}])`;
    case 'map':
      return `new Map<${typeText(type.key)}, ${typeText(type.value)}>([${random.times(random.between(0, 3), () => `[${inner(type.key)}, ${inner(type.value)}]`).join(', ')}])`;
    case 'record':
      return recordLiteral(context, type.name, depth);
    case 'class':
      return construct(context, type.name, depth);
    case 'function':
      return functionExpression(context, type.parameters, type.result);
  }
}

const parenthesiseNegative = (text: string): string => (text.startsWith('-') ? `(${text})` : text);

function arrayLiteral(context: Context, type: Type & { kind: 'array' }, depth: number): string {
  const { random } = context;
  const items = random.times(random.between(depth > 2 ? 0 : 1, 4), () => expression(context, type.element, depth + 2));
  const spreadable = context.variablesOf(type);
  if (spreadable.length > 0 && random.chance(15)) items.push(`...${random.pick(spreadable).name}.slice(0, 4)`);
  return `([${items.join(', ')}] as ${typeText(type)})`;
}

function recordLiteral(context: Context, name: string, depth: number): string {
  const { random } = context;
  const { fields } = context.record(name);
  const present = fields.filter(({ isOptional }) => !isOptional || random.chance(50));
  const texts = present.map((field) => `${field.name}: ${expression(context, field.type, depth + 2)}`);
  // Another order of creation gives another shape with the same type.
  if (random.chance(25)) texts.reverse();
  const base = context.variables(({ type }) => type.kind === 'record' && type.name === name);
  if (base.length > 0 && random.chance(20)) return `({ ...${random.pick(base).name}, ${texts.slice(1).join(', ')} } as ${name})`;
  return `({ ${texts.join(', ')} } as ${name})`;
}

function construct(context: Context, name: string, depth: number): string {
  // A subclass may want its base class for a parameter: deep down, only the class itself, whose parameters are of older types, surely ends.
  const shape = depth > maximumDepth ? context.class(name) : context.random.pick(context.subclasses(name));
  context.charge(5);
  return `new ${shape.name}(${shape.constructorParameters.map((type) => expression(context, type, depth + 2)).join(', ')})`;
}

function operations(context: Context, type: Type, depth: number): Row[] {
  const { random } = context;
  const at = (of: Type): string => expression(context, of, depth + 1);
  const known = (of: Type): string => opaque(context, of, depth + 1);
  const anyNumber = (): string => at(random.chance(60) ? type : random.pick([numberType, intType]));
  const someArray = (): string => at(arrayOf(random.pick([numberType, intType, stringType])));
  switch (type.kind) {
    case 'number':
      return [
        [14, () => `(${anyNumber()} ${random.pick(['+', '-', '*', '/', '%', '+', '-', '*'])} ${anyNumber()})`],
        [2, () => `(-${anyNumber()})`],
        [4, () => `Math.${random.pick(['floor', 'ceil', 'round', 'trunc', 'abs', 'sign', 'sqrt', 'fround'])}(${anyNumber()})`],
        [2, () => `Math.${random.pick(['min', 'max'])}(${random.times(random.between(1, 3), anyNumber).join(', ')})`],
        [2, () => `(${anyNumber()} ** ${random.pick(['2', '3', '0.5', '0'])})`],
        [2, () => `Number(${at(random.pick([stringType, booleanType, mixedType]))})`],
        [1, () => `parseFloat(${at(stringType)})`],
        [1, () => `parseInt(${at(stringType)}, ${random.pick(['10', '16', '2', '36'])})`],
        [2, () => `${at(arrayOf(numberType))}.reduce((sum, item) => sum + item, 0)`],
        [1, () => `+${at(stringType)}`.replace(/^(.*)$/, '($1)')],
      ];
    case 'int':
      // `<< +` since the parser takes `<< (f<T>(…) >> …` for type arguments.
      return [
        [12, () => `((${anyNumber()} ${random.pick(['+', '-', '*'])} ${anyNumber()}) | 0)`],
        [10, () => `(${anyNumber()} ${random.pick(['&', '|', '^', '<< +', '>>', '>>>'])} ${anyNumber()})`],
        [3, () => `(~${anyNumber()})`],
        [4, () => `(${at(intType)} ${random.pick(['+', '-', '*', '%'])} ${at(intType)})`],
        [2, () => `Math.imul(${anyNumber()}, ${anyNumber()})`],
        [1, () => `Math.clz32(${anyNumber()})`],
        [3, () => `${at(stringType)}.length`],
        [2, () => `${at(stringType)}.charCodeAt(${random.between(0, 4)})`],
        [2, () => `${at(stringType)}.${random.pick(['indexOf', 'lastIndexOf'])}(${at(stringType)})`],
        [3, () => `${someArray()}.length`],
        [2, () => `${at(arrayOf(intType))}.indexOf(${at(intType)})`],
        [1, () => `${at({ kind: 'set', element: intType })}.size`],
      ];
    case 'string':
      return [
        [8, () => `cut(${at(stringType)} + ${at(random.pick([stringType, numberType, booleanType, intType, mixedType]))})`],
        [5, () => `cut(\`${random.pick(['', 'a', '<', 'n='])}\${${at(random.pick([numberType, intType, stringType, booleanType]))}}${random.pick(['', '>', ' '])}\${${at(stringType)}}\`)`],
        [3, () => `String(${at(random.pick([numberType, intType, booleanType, mixedType]))})`],
        [2, () => `(${at(intType)}).toString(${random.pick(['', '2', '16', '36'])})`],
        [3, () => `${at(stringType)}.${random.pick(['toUpperCase()', 'toLowerCase()', 'trim()', 'slice(1)', 'slice(-2)', 'slice(1, 3)', 'substring(2, 0)', 'charAt(1)', "padStart(5, '*')", "padEnd(4)", "split('').reverse().join('')", "replace('a', 'b')", 'at(-1)!.toString()'].slice(0, context.lies ? 13 : 12))}`],
        [1, () => `cut(${at(stringType)}.repeat(${random.between(0, 3)}))`],
        [2, () => `cut(${someArray()}.join(${random.pick(["''", "','", "' - '"])}))`],
        [2, () => `typeof ${at(random.pick([mixedType, numberType, stringType]))}`.replace(/^(.*)$/s, '($1)')],
        [1, () => `String.fromCharCode(${random.between(65, 90)}, ${random.pick(['97', '233', '8364'])})`],
        [1, () => `cut((${at(numberType)}).toFixed(${random.between(0, 4)}))`],
      ];
    case 'boolean':
      return [
        [10, () => `(${known(numberType)} ${random.pick(['<', '<=', '>', '>=', '===', '!=='])} ${known(random.pick([numberType, intType]))})`],
        [5, () => `(${known(stringType)} ${random.pick(['<', '===', '!==', '>='])} ${known(stringType)})`],
        [5, () => `(${known(booleanType)} ${random.pick(['&&', '||'])} ${at(booleanType)})`],
        [4, () => `(!${known(booleanType)})`],
        [3, () => `${at(stringType)}.${random.pick(['startsWith', 'endsWith', 'includes'])}(${at(stringType)})`],
        [2, () => `${at(arrayOf(intType))}.includes(${at(intType)})`],
        [2, () => `Number.${random.pick(['isInteger', 'isNaN', 'isFinite', 'isSafeInteger'])}(${at(numberType)})`],
        [2, () => `Object.is(${at(numberType)}, ${at(numberType)})`],
        [2, () => `(typeof ${known(mixedType)} === '${random.pick(['number', 'string', 'boolean'])}')`],
        [2, () => `${someArray()}.${random.pick(['some', 'every'])}((item) => ${random.pick(["item === 'a'", 'item < 5', 'item > 0', 'item'])} as any)`.replace(/\(item\) => (.*) as any\)$/, '(item: any) => $1)')],
        [1, () => `${at({ kind: 'set', element: numberType })}.has(${at(numberType)})`],
        ...instanceTests(context, depth),
      ];
    case 'array':
      return arrayOperations(context, type, depth);
    case 'set':
      return [[2, () => `new Set<${typeText(type.element)}>(${at(arrayOf(type.element))})`]];
    case 'mixed':
      return [[6, () => `(${known(booleanType)} ? ${at(numberType)} : ${at(random.pick([stringType, booleanType]))})`]];
    case 'nullable':
      return [
        [3, () => `(${known(booleanType)} ? ${at(type.type)} : undefined)`],
        [3, () => `${at(arrayOf(type.type))}.${random.pick(['at(-1)', 'at(0)', 'pop()', 'shift()', 'find((item) => item !== undefined)'])}`],
        ...optionalReads(context, type, depth),
      ];
    default:
      return [];
  }
}

function instanceTests(context: Context, depth: number): Row[] {
  if (context.classes.length === 0) return [];
  const { random } = context;
  const shape = random.pick(context.classes);
  const base = shape.base ?? shape;
  return [[2, () => `(${opaque(context, { kind: 'class', name: base.name }, depth + 2)} instanceof ${shape.name})`]];
}

function arrayOperations(context: Context, type: Type & { kind: 'array' }, depth: number): Row[] {
  const { random } = context;
  const { element: of } = type;
  const same = (): string => expression(context, type, depth + 1);
  const rows: Row[] = [
    [3, () => `${same()}.${random.pick(['slice(1)', 'slice(-2)', 'slice()', 'slice(0, 3)', 'concat([])', 'slice().reverse()'])}`],
    [2, () => `[...${same()}.slice(0, 8), ${expression(context, of, depth + 1)}]`],
    [3, () => context.repeated(4, () => {
      const [item, index] = [context.fresh('x'), context.fresh('i')];
      const source = random.pick([numberType, intType, stringType, of]);
      const from = expression(context, arrayOf(source), depth + 2);
      context.declare(item, source, false);
      context.declare(index, intType, false);
      return `${from}.map((${item}, ${index}): ${typeText(of)} => ${expression(context, of, depth + 2)})`;
    })],
    [3, () => context.repeated(4, () => {
      const from = same();
      const item = context.declare(context.fresh('x'), of, false).name;
      return `${from}.filter((${item}) => ${expression(context, booleanType, depth + 2)})`;
    })],
    [1, () => `Array.from({ length: ${random.between(0, 4)} }, (): ${typeText(of)} => ${expression(context, of, depth + 2)})`],
  ];
  if (isNumeric(of) && !context.lies) rows.push([2, () => `${same()}.slice().sort((a, b) => a - b)`]);
  if (of.kind !== 'function') rows.push([1, () => `${same()}.slice().sort()`]);
  if (of.kind === 'string') rows.push([2, () => `${expression(context, stringType, depth + 1)}.split(${random.pick(["''", "','", "'a'"])})`], [1, () => `Object.keys(${expression(context, random.pick([arrayOf(intType), ...context.namedTypes()]), depth + 2)})`]);
  if (isNumeric(of) || of.kind === 'string') rows.push([2, () => `[...${expression(context, { kind: 'set', element: of }, depth + 1)}]`]);
  if (of.kind === 'number') rows.push([1, () => `Array.from(${random.pick(['Float64Array', 'Int32Array', 'Uint8Array'])}.from(${same()}))`]);
  return rows;
}

/** `?.` into records and arrays that may be undefined. */
function optionalReads(context: Context, type: Type & { kind: 'nullable' }, depth: number): Row[] {
  const rows: Row[] = [];
  for (const { name, type: holder } of context.variables(() => true)) {
    if (holder.kind === 'record') {
      for (const field of context.record(holder.name).fields) if (field.isOptional && sameType(field.type, type.type)) rows.push([4, () => `${name}.${field.name}`]);
    }
    if (holder.kind !== 'nullable') continue;
    const inner = holder.type;
    if (inner.kind === 'array' && sameType(inner.element, type.type)) rows.push([4, () => `${name}?.[${context.random.between(0, 2)}]`]);
    if (inner.kind === 'record') {
      for (const field of context.record(inner.name).fields) if (sameType(field.type, type.type)) rows.push([4, () => `${name}?.${field.name}`]);
    }
    if (inner.kind === 'class') {
      for (const method of allMethods(context.class(inner.name))) {
        if (sameType(method.result, type.type) && context.canAfford(method.cost)) rows.push([3, () => `${name}?.${call(context, method, depth)}`]);
      }
    }
  }
  return rows;
}

/** Ways to any type: calls, conditionals, generic functions. */
function generic(context: Context, type: Type, depth: number): Row[] {
  const { random } = context;
  const at = (): string => expression(context, type, depth + 1);
  const rows: Row[] = [
    [2, () => `(${opaque(context, booleanType, depth + 1)} ? ${at()} : ${at()})`],
    [1, () => `choose<${typeText(type)}>(${expression(context, booleanType, depth + 1)}, ${at()}, ${at()})`],
    [1, () => `lastOf<${typeText(type)}>(${expression(context, arrayOf(type), depth + 2)}, ${at()})`],
    [1, () => `throughStack<${typeText(type)}>(${at()}, ${at()})`],
    [1, () => `swapPair<${typeText(type)}, number>([${at()}, ${random.between(0, 9)}])[1]`],
  ];
  const affordable = ({ result, cost }: FunctionSignature): boolean => sameType(result, type) && context.canAfford(cost);
  for (const signature of context.functions.filter(affordable)) rows.push([4, () => call(context, signature, depth)]);
  for (const { name, type: callee } of context.variables((variable) => variable.type.kind === 'function')) {
    if (callee.kind === 'function' && affordable({ name, parameters: callee.parameters, result: callee.result, cost: 30 })) rows.push([5, () => call(context, { name, parameters: callee.parameters, result: callee.result, cost: 30 }, depth)]);
  }
  for (const { name, type: holder } of context.variables((variable) => variable.type.kind === 'class')) {
    if (holder.kind !== 'class') continue;
    for (const method of allMethods(context.class(holder.name)).filter(affordable)) rows.push([4, () => `${name}.${call(context, method, depth)}`]);
  }
  for (const { name, type: holder } of context.variables((variable) => variable.type.kind === 'map')) {
    if (holder.kind === 'map' && sameType(holder.value, type)) rows.push([5, () => `(${name}.get(${expression(context, holder.key, depth + 1)}) ?? ${at()})`]);
  }
  if (context.overridden && affordable(context.overridden)) rows.push([8, () => `super.${call(context, context.overridden!, depth)}`]);
  return rows;
}

function call(context: Context, { name, parameters, cost }: FunctionSignature, depth: number): string {
  context.charge(cost);
  return `${name}(${parameters.map((parameter) => expression(context, parameter, depth + 2)).join(', ')})`;
}
