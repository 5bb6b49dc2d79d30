import type { Row } from './ops.ts';

/**
 * JS-level operations: what ordinary TypeScript is lowered to. Every operand and result is a `value` (what it can be is the flow
 * analysis's business), except conditions, which are `bool`. Semantics are ECMAScript's, exceptions included. Columns as in ops.ts.
 *
 * Type keys (`key`, `typeArgs`) are strings that only split or merge contexts of the flow analysis; a wrong one is harmless.
 *   number string boolean bigint symbol undefined null any     Array<K>  Map<K,K>  ClassName<K,…>  {a:K,b:K}  fn  K|K (sorted)
 *   $0 $1 …: the type parameters in scope, those of the class first, then the function's own. Nesting deeper than 3 is `any`.
 */
export const JS_OPS: Record<string, Row> = {
  'js.const': ['', 'value', 'pure', 'kind value?', 'kind: undefined null true false hole; number (value: bigint, the double\'s bits); string (value)'],
  'js.frombool': ['bool', 'value', 'pure', '', ''],
  'js.truthy': ['value', 'bool', 'pure', '', 'ToBoolean'],
  'js.test': ['value', 'bool', 'pure', 'kind', 'kind: undefined null nullish hole number string boolean symbol bigint function object (typeof object, not null) array'],
  'js.refine': ['value …value', 'value', 'pure', 'kind is', 'the same value, known to (is: true) or not to satisfy a js.test kind, or kind truthy, or instanceof (second operand: class)'],

  'js.unary': ['value', 'value', 'call', 'operator', 'operator: - + ~ typeof tonumeric tostring topropertykey'],
  'js.binary': ['value value', 'value', 'call', 'operator', 'operator: + - * / % ** & | ^ << >> >>>'],
  'js.compare': ['value value', 'bool', 'call', 'operator', 'operator: < <= > >= == != === !== in instanceof'],

  'js.global.get': ['', 'value', 'load', 'global', 'module variable; may be hole before its initialiser ran'],
  'js.global.set': ['value', '-', 'store', 'global', ''],
  'js.builtin': ['', 'value', 'pure', 'name', 'global of the standard library: Math Map console …; unresolvable names are refused by the frontend'],
  'js.capture': ['value', 'value', 'load', 'index', 'captured slot of the callee closure (the function\'s first parameter)'],
  'js.capture.set': ['value value', '-', 'store', 'index', 'function object, value: stores into a slot of a frame (docs/generators.md)'],
  'js.cell': ['value', 'value', 'alloc', 'name', 'new cell for a captured variable that is assigned after capture'],
  'js.cell.get': ['value', 'value', 'load', 'name', 'may be hole before initialisation'],
  'js.cell.set': ['value value', '-', 'store', 'name', ''],
  'js.checktdz': ['value', 'value', 'call', 'name', 'ReferenceError if hole, else the value'],
  'js.closure': ['…value', 'value', 'alloc', 'function slots?', 'new function object with these captured values, and slots that js.capture.set fills before they are read'],

  // Functions that suspend, until src/suspend has split them.
  'js.suspend.start': ['', '-', 'store', 'maker', 'the code before runs in the call, the code behind in the state machine; maker: the library function that makes of it what the call gives'],
  'js.yield': ['value', '-', 'store', '', 'leaves with the value; what follows runs when the function is resumed'],
  'js.resume.control': ['', 'value', 'load', '', 'the object that state machine and library share'],
  'js.resume.mode': ['', 'value', 'load', '', 'how it was resumed: 0 with a value, 1 to throw, 2 to return'],
  'js.resume.value': ['', 'value', 'load', '', 'what it was resumed with'],

  'js.get': ['value', 'value', 'call', 'name text? destructure?', 'o.name; names: plain, "#x@ClassId" for private ones, "@@iterator" for well-known symbols. text: source of o for messages'],
  'js.set': ['value value', '-', 'call', 'name text?', 'o.name = v, strict'],
  'js.getindex': ['value value', 'value', 'call', 'text?', 'o[k]'],
  'js.setindex': ['value value value', '-', 'call', 'text?', 'o[k] = v, strict'],
  'js.delete': ['value', 'bool', 'call', 'name', 'delete o.name, strict'],
  'js.deleteindex': ['value value', 'bool', 'call', '', 'delete o[k], strict'],
  'js.super.get': ['value value', 'value', 'call', 'class name static', 'this, class value: super.name'],
  'js.super.set': ['value value value', '-', 'call', 'class name static', 'this, class value, v: super.name = v'],

  'js.call': ['value value …value', 'value', 'call', 'typeArgs? text?', 'callee, this, arguments; text: source of the callee for messages'],
  'js.callmethod': ['value …value', 'value', 'call', 'name typeArgs? text?', 'o.name(arguments); text: source of o.name'],
  'js.callspread': ['value value value', 'value', 'call', 'typeArgs? text?', 'callee, this, array of arguments'],
  'js.new': ['value …value', 'value', 'call', 'typeArgs? text?', 'class or function value, arguments'],
  'js.newspread': ['value value', 'value', 'call', 'typeArgs? text?', 'class value, array of arguments'],
  'js.super.call': ['value value value …value', 'value', 'call', 'class', 'this, class value, new.target, arguments: the parent constructor on this, then the own fields; gives this'],
  'js.super.callspread': ['value value value value', 'value', 'call', 'class', 'the same with an array of arguments'],
  'js.initfields': ['value value', '-', 'call', 'class', 'this, class value: runs the class\'s field initialisers (a base class\'s constructor begins with it)'],
  'js.intrinsic': ['…value', 'value', 'call', 'name', 'std only: a function of src/std/intrinsics.ts'],

  'js.object': ['…value', 'value', 'alloc', 'names key', 'object literal with these data properties in this order'],
  'js.define': ['value value value', '-', 'call', '', 'o, key, v: own data property (computed keys of literals)'],
  'js.defineaccessor': ['value value value', '-', 'call', 'name', 'o, getter or undefined, setter or undefined: accessor of a literal'],
  'js.copyproperties': ['value value', '-', 'call', '', 'target, source: {...source}'],
  'js.objectrest': ['value …value', 'value', 'call', 'key', 'source, excluded keys: const {a, ...rest} = source'],
  'js.array': ['…value', 'value', 'alloc', 'key', 'array literal; hole constants are holes'],
  'js.array.push': ['value value', '-', 'call', '', 'appends (array literals with spread)'],
  'js.array.spread': ['value value', '-', 'call', 'text? arguments?', 'appends all of an iterable. arguments: it is the only spread argument of a call, and the last'],
  'js.class': ['…value', 'value', 'call', 'class', 'heritage value (when the class has one), then captured values: the constructor; static initialisers are run by the caller through js.call of the static-init function'],
  'js.forinkeys': ['value', 'value', 'call', '', 'array of the keys that for-in visits'],

  // Iteration, so that arrays and strings need no iterator object. i is a number, from 0.
  'js.iterate': ['value', 'value', 'call', 'text?', 'array, typed array, string: itself; else x[Symbol.iterator](). text: how a message names x, else by its value'],
  'js.iterate.fetch': ['value value', 'value', 'call', '', 'it, i: string: the code point string at i or hole; iterator: next()\'s result; array: undefined'],
  'js.iterate.done': ['value value value', 'bool', 'call', '', 'it, i, fetched'],
  'js.iterate.value': ['value value value', 'value', 'call', '', 'it, i, fetched'],
  'js.iterate.step': ['value value value', 'value', 'pure', '', 'it, i, fetched: the next i'],
  'js.iterate.close': ['value', '-', 'call', '', 'it: iterator.return() if there is one'],
};
