/**
 * Faults of the processor on Linux: signals, on a stack of their own (src/runtime-asm/linux-start.asm), thrown or printed like the
 * kernel's.
 */
import { addr, i32, load64, stackBuffer, store64, symbol, syscall, u32, u64 } from 'toro:machine';
import {
  FRAME_BYTES, FRAME_ERROR_CODE, FRAME_R8, FRAME_RAX, FRAME_RBP, FRAME_RBX, FRAME_RCX, FRAME_RDI, FRAME_RDX, FRAME_RFLAGS, FRAME_RIP,
  FRAME_RSI, FRAME_RSP, FRAME_VECTOR,
} from '../layout/interrupt-frame.ts';
import { reportFault } from '../runtime/fault-report.ts';
import {
  SA_NODEFER, SA_ONSTACK, SA_RESTORER, SA_SIGINFO, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SYS_RT_SIGACTION, SYS_SIGALTSTACK,
} from './linux-abi.ts';
import { platformExit } from './platform.ts';

const EXIT_ABORTED = 134;
const SIGNAL_STACK_BYTES = 0x4000n;
const SIGNAL_SET_BYTES = 8n;

const PROTECTION_FAULT = 13n;
/** In the error code of a protection fault: an interrupt descriptor caused it, the vector is in the bits above. Intel SDM volume 3, 6.13. */
const ERROR_CODE_INTERRUPT = 2n;

/** Offsets in ucontext_t: `uc_mcontext.gregs` begins with r8 to r15 (arch/x86/include/uapi/asm/sigcontext.h). */
const CONTEXT_R8 = 40;
const CONTEXT_RDI = 104;
const CONTEXT_RSI = 112;
const CONTEXT_RBP = 120;
const CONTEXT_RBX = 128;
const CONTEXT_RDX = 136;
const CONTEXT_RAX = 144;
const CONTEXT_RCX = 152;
const CONTEXT_RSP = 160;
const CONTEXT_RIP = 168;
const CONTEXT_FLAGS = 176;
const CONTEXT_ERROR_CODE = 192;
const CONTEXT_VECTOR = 200;
const CONTEXT_FAULT_ADDRESS = 216;

/** Makes the system call `handleSignal` for faults. A fault in the handler comes to it again, which ends the program. */
export function installFaultHandler(): void {
  const stack = stackBuffer(24); // stack_t: address, flags, bytes
  store64(stack, symbol('signal_stack'));
  store64(stack, 0n, 8);
  store64(stack, SIGNAL_STACK_BYTES, 16);
  syscall(SYS_SIGALTSTACK, stack, 0n, 0n, 0n, 0n, 0n);
  const action = stackBuffer(32); // struct kernel_sigaction: handler, flags, restorer, mask
  store64(action, symbol('handleSignal'));
  store64(action, u64(SA_SIGINFO | SA_RESTORER | SA_ONSTACK | SA_NODEFER), 8);
  store64(action, symbol('signal_return'), 16);
  store64(action, 0n, 24);
  syscall(SYS_RT_SIGACTION, u64(SIGILL), action, 0n, SIGNAL_SET_BYTES, 0n, 0n);
  syscall(SYS_RT_SIGACTION, u64(SIGBUS), action, 0n, SIGNAL_SET_BYTES, 0n, 0n);
  syscall(SYS_RT_SIGACTION, u64(SIGFPE), action, 0n, SIGNAL_SET_BYTES, 0n, 0n);
  syscall(SYS_RT_SIGACTION, u64(SIGSEGV), action, 0n, SIGNAL_SET_BYTES, 0n, 0n);
}

/**
 * A SIGSEGV, SIGBUS, SIGFPE or SIGILL; as the system calls it.
 * @noalloc
 * @symbol handleSignal
 */
export function handleSignal(signal: i32, information: addr, context: addr): void {
  if (throwFault(context)) return;
  const frame = stackBuffer(FRAME_BYTES);
  for (let register = u32(0); register < 8; register = u32(register + 1)) {
    const offset = u64(u32(register << 3));
    store64(addr(frame + offset), load64(addr(context + offset), CONTEXT_R8), FRAME_R8);
  }
  store64(frame, load64(context, CONTEXT_RAX), FRAME_RAX);
  store64(frame, load64(context, CONTEXT_RCX), FRAME_RCX);
  store64(frame, load64(context, CONTEXT_RDX), FRAME_RDX);
  store64(frame, load64(context, CONTEXT_RBX), FRAME_RBX);
  store64(frame, load64(context, CONTEXT_RBP), FRAME_RBP);
  store64(frame, load64(context, CONTEXT_RSI), FRAME_RSI);
  store64(frame, load64(context, CONTEXT_RDI), FRAME_RDI);
  store64(frame, load64(context, CONTEXT_VECTOR), FRAME_VECTOR);
  store64(frame, load64(context, CONTEXT_ERROR_CODE), FRAME_ERROR_CODE);
  store64(frame, load64(context, CONTEXT_RIP), FRAME_RIP);
  store64(frame, load64(context, CONTEXT_FLAGS), FRAME_RFLAGS);
  store64(frame, load64(context, CONTEXT_RSP), FRAME_RSP);
  reportFault(frame, load64(context, CONTEXT_FAULT_ADDRESS));
  platformExit(i32(EXIT_ABORTED));
}

/**
 * If the signal is of a fault that was meant (src/runtime/fault-sites.ts), makes the program go on where that is thrown: true.
 * @noalloc
 */
function throwFault(context: addr): boolean {
  const instruction = load64(context, CONTEXT_RIP);
  if (instruction < u64(symbol('fault_sites')) || instruction >= u64(symbol('fault_sites_end'))) return false;
  let vector = load64(context, CONTEXT_VECTOR);
  let errorCode = load64(context, CONTEXT_ERROR_CODE);
  if (vector === PROTECTION_FAULT && (errorCode & 7n) === ERROR_CODE_INTERRUPT) { // `int n`, which the system doesn't allow
    vector = u64(errorCode >> 3n);
    errorCode = u64(0n);
  }
  store64(context, vector, CONTEXT_RDI);
  store64(context, errorCode, CONTEXT_RSI);
  store64(context, load64(context, CONTEXT_FAULT_ADDRESS), CONTEXT_RDX);
  store64(context, instruction, CONTEXT_RCX);
  store64(context, u64(symbol('fault_entry')), CONTEXT_RIP);
  return true;
}
