/** The Function constructor: ECMA-262 section 20.2.1. It compiles source text, which toroc cannot do at run time. */

export {};
