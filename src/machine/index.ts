/**
 * `toro:machine` under node: the types and intrinsics of the systems dialect (docs/dialect.md). The compiler knows each export by
 * its name and never compiles these bodies.
 */
export * from './types.ts';
export * from './memory.ts';
export * from './processor.ts';
