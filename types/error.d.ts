/** V8's stack trace API, as node has it. */
interface ErrorConstructor {
  /** How many frames a stack shows; errors made while it is no number have no stack. */
  stackTraceLimit: number;
  /** Gives an object the stack of this point, without the frames above and including the innermost call of `hidden`. */
  captureStackTrace(object: object, hidden?: Function): void;
}
