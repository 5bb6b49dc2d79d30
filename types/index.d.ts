/** What a program for toroc may use beyond lib.es2023: nothing is declared here that src/std lacks. */

/// <reference path="./console.d.ts" />
/// <reference path="./error.d.ts" />
/// <reference path="./fault.d.ts" />
/// <reference path="./fs.d.ts" />
/// <reference path="./performance.d.ts" />
/// <reference path="./process.d.ts" />
/// <reference path="./timers.d.ts" />
/// <reference path="./util.d.ts" />
