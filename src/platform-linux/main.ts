/** The start of a program on Linux: the process's stack gets its limit, and then the program runs. */
import { addr, callAddress, coreStore64, i32, load64, stackBuffer, symbol, syscall, u64 } from 'toro:machine';
import { core } from '../layout/core.ts';
import { installFaultHandler } from './fault.ts';
import { RLIMIT_STACK, SYS_GETRLIMIT } from './linux-abi.ts';
import { platformExit } from './platform.ts';

/** Used where the stack is not limited, or to more than this. */
const STACK_BYTES_MAX = 0x80_0000n;
/** Left to frames without a stack check. */
const STACK_RESERVE_BYTES = 0x2_0000n;

let initialStack = addr(0n);

/**
 * Entered from src/runtime-asm/linux-start.asm on the process's stack.
 * @param stack the initial stack pointer: argument count, argument pointers, 0, environment (System V ABI, 3.4.1)
 * @symbol linuxMain
 */
export function linuxMain(stack: addr): never {
  initialStack = stack;
  installFaultHandler();
  coreStore64(core.stackLimit, u64(stack - usableStackBytes() + STACK_RESERVE_BYTES));
  callAddress(symbol('program_main'), 0n, 0n, 0n);
  platformExit(i32(0));
}

/** Address of the argument count, with the pointers behind it. */
export function argumentVector(): addr {
  return initialStack;
}

/** The limit without the quarter that arguments and environment, above the initial stack pointer, may take (execve(2)). */
function usableStackBytes(): u64 {
  const limits = stackBuffer(16);
  syscall(SYS_GETRLIMIT, u64(RLIMIT_STACK), limits, 0n, 0n, 0n, 0n);
  const limit = load64(limits);
  return u64(u64((limit < STACK_BYTES_MAX ? limit : u64(STACK_BYTES_MAX)) >> 2n) * 3n);
}
