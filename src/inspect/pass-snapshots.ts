import { CompileError, diagnostics } from '../frontend/diagnostic.ts';
import type { Func } from '../ir/function.ts';
import { printFunction } from '../ir/print.ts';
import { hasName } from './selected-functions.ts';
import { isOfProgram } from '../program/own-source.ts';

/** The program's functions as a named pass left them; a pass that runs twice under one name, after the second time. */
export class PassSnapshots {
  private readonly wanted: string;
  private readonly functionName: string | undefined;
  private readonly seen = new Set<string>();
  private readonly texts = new Map<string, string>();

  constructor(wanted: string, functionName: string | undefined) {
    this.wanted = wanted;
    this.functionName = functionName;
  }

  readonly observe = (func: Func, pass: { readonly name: string }): void => {
    this.seen.add(pass.name);
    if (pass.name !== this.wanted) return;
    if (this.functionName === undefined ? isOfProgram(func) : hasName(func, this.functionName)) this.texts.set(func.symbol, printFunction(func));
  };

  /** Throws a CompileError where no such pass ran, or no function of the name was there. */
  text(): string {
    if (!this.seen.has(this.wanted)) throw new CompileError([diagnostics.noSuchPass(this.wanted, ['lower', ...this.seen])]);
    if (this.functionName !== undefined && this.texts.size === 0) throw new CompileError([diagnostics.noSuchFunction(this.functionName, 'ir', [])]);
    return [...this.texts.values()].join('\n');
  }
}
