export { one, two } from './parts.js';
export * as Everything from './parts.js';
export * from './kinds.js';
export { Base as default } from './parts.js';
