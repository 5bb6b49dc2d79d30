/** Numbers of the x86-64 Linux system call interface that the platform uses (arch/x86/entry/syscalls/syscall_64.tbl, include/uapi). */
export const SYS_WRITE = 1;
export const SYS_POLL = 7;
export const SYS_MMAP = 9;
export const SYS_MUNMAP = 11;
export const SYS_RT_SIGACTION = 13;
export const SYS_GETRLIMIT = 97;
export const SYS_SIGALTSTACK = 131;
export const SYS_CLOCK_GETTIME = 228;
export const SYS_CLOCK_NANOSLEEP = 230;
export const SYS_EXIT_GROUP = 231;

/** Error numbers; a system call returns them negative. */
export const EINTR = 4n;
export const EAGAIN = 11n;

export const PROT_READ = 1;
export const PROT_WRITE = 2;
export const MAP_PRIVATE = 2;
export const MAP_ANONYMOUS = 0x20;

export const CLOCK_REALTIME = 0;
export const CLOCK_MONOTONIC = 1;
export const TIMER_ABSTIME = 1;

export const RLIMIT_STACK = 3;
export const POLLOUT = 4n;

export const SIGILL = 4;
export const SIGBUS = 7;
export const SIGFPE = 8;
export const SIGSEGV = 11;
export const SA_SIGINFO = 0x4n;
export const SA_RESTORER = 0x0400_0000n;
export const SA_ONSTACK = 0x0800_0000n;
export const SA_NODEFER = 0x4000_0000n;
