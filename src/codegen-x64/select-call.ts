import { SHAPE_UNIFORM_ENTRY } from '../layout/shape.ts';
import { type CallSite, defFixed, type Operand, useFixed, type VReg } from './machine-ir.ts';
import { argumentPlaces, R8, RAX, RDI, RSI, XMM0 } from './registers.ts';
import type { Emission, SelectInstr, Selector } from './select.ts';
import type { Instr } from '../ir/function.ts';

/** Text of a call; the label marks the return address for the frame table. */
export const call = (target: string): string => `call ${target}\n{C}:`;

/** Operands and call site of a call by the typed convention. The result is operand 0 if there is one. */
export function callOperands(args: readonly VReg[], result: VReg | null, { safepoint }: { safepoint: boolean }): [Operand[], Emission] {
  const operands: Operand[] = result ? [defFixed(result, result.xmm ? XMM0 : RAX)] : [];
  const stackArguments: CallSite['stackArguments'] = [];
  argumentPlaces(args.map(({ xmm }) => xmm)).forEach((place, i) => {
    if ('register' in place) operands.push(useFixed(args[i], place.register));
    else stackArguments.push({ vreg: args[i], word: place.stackWord });
  });
  const site: CallSite = { safepoint, noReturn: false, stackArguments, rootsInOutgoing: false, outgoingWords: stackArguments.length };
  return [operands, { call: site }];
}

function typedCall(s: Selector, instr: Instr, args: readonly VReg[]): [Operand[], Emission] {
  return callOperands(args, instr.result ? s.result(instr) : null, { safepoint: !instr.attrs.noalloc });
}

/** Entry of a function value through its shape: rdi cell, rsi this, rdx count, rcx arguments, r8 new.target. */
const uniformCall: SelectInstr = (s, instr) => {
  const [cell, thisValue, newTarget, ...args] = instr.args.map((arg) => s.vreg(arg));
  const operands = [useFixed(cell, RDI), useFixed(thisValue, RSI), useFixed(newTarget, R8)];
  if (instr.result) operands.unshift(defFixed(s.result(instr), RAX));
  const site: CallSite = {
    safepoint: true, noReturn: false, rootsInOutgoing: true, outgoingWords: args.length,
    stackArguments: args.map((vreg, word) => ({ vreg, word })),
  };
  s.emit(`${args.length === 0 ? 'xor edx, edx' : `mov edx, ${args.length}`}\nmov rcx, rsp\nmov eax, [rdi]\n${call(`[rax+${SHAPE_UNIFORM_ENTRY}]`)}`, operands, { call: site });
};

export const CALL_SELECTORS: Record<string, SelectInstr> = {
  // Attribute `cold`: the call is on a rare path, and so is all that leads only to it.
  call: (s, instr) => {
    if (instr.attrs.cold) s.block.cold = true;
    s.emit(call(s.symbol(instr.attrs.target as string)), ...typedCall(s, instr, instr.args.map((arg) => s.vreg(arg))));
  },
  'call.indirect': (s, instr) => {
    const [operands, emission] = typedCall(s, instr, instr.args.slice(1).map((arg) => s.vreg(arg)));
    operands.push(useFixed(s.vreg(instr.args[0]), RAX));
    s.emit(call('rax'), operands, emission);
  },
  'call.uniform': uniformCall,
};
