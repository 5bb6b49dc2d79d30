import type { Cfg } from './cfg.ts';
import type { VReg } from './machine-ir.ts';
import { allInstrs, type NextUses, usesOf } from './next-use.ts';
import { bit } from './registers.ts';

/** Preferences that make moves vanish; none of them has to be followed. */
export interface Hints {
  /** The register that an operand in a fixed register wants the value in, without a call between; -1 none. */
  fixed(vreg: VReg): number;
  /** Registers that are destroyed by instructions across which the value lives. */
  avoid(vreg: VReg): number;
  /** Parameters that the value is passed to, and results that take its register. */
  followers(vreg: VReg): readonly VReg[];
}

export function findHints(cfg: Cfg, uses: NextUses, vregCount: number): Hints {
  const fixed = new Int8Array(vregCount).fill(-1);
  const avoid = new Int32Array(vregCount);
  const followers: VReg[][] = Array.from({ length: vregCount }, () => []);
  for (let b = cfg.blocks.length - 1; b >= 0; b--) {
    const block = cfg.blocks[b];
    for (const edge of block.term.edges) {
      edge.args.forEach((arg, i) => {
        const param = edge.block.params[i];
        followers[arg.id].push(param);
        if (fixed[param.id] >= 0) fixed[arg.id] = fixed[param.id];
      });
    }
    const live = new Set(uses.atExit[b].keys());
    const instrs = allInstrs(block);
    for (let i = instrs.length - 1; i >= 0; i--) {
      const { operands, call, clobbers, commutative } = instrs[i];
      for (const { kind, vreg } of operands) if (kind === 'def') live.delete(vreg!);
      let destroyed = call ? 0 : clobbers;
      if (!call) for (const operand of operands) if (operand.fixed >= 0) destroyed |= bit(operand.fixed);
      if (call) for (const vreg of live) fixed[vreg.id] = -1;
      if (destroyed !== 0) for (const vreg of live) avoid[vreg.id] |= destroyed;
      for (const vreg of usesOf(instrs[i])) live.add(vreg);
      for (const operand of operands) {
        if (operand.kind === 'use' && operand.fixed >= 0) fixed[operand.vreg!.id] = operand.fixed;
        if (operand.kind !== 'def' || operand.tied < 0) continue;
        for (const k of commutative ? [operand.tied, 2] : [operand.tied]) {
          const source = operands[k].vreg!;
          followers[source.id].push(operand.vreg!);
          if (fixed[operand.vreg!.id] >= 0) fixed[source.id] = fixed[operand.vreg!.id];
        }
      }
    }
  }
  return { fixed: ({ id }) => fixed[id], avoid: ({ id }) => avoid[id], followers: ({ id }) => followers[id] };
}
