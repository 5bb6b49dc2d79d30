export enum Kind {
  A = 'a',
  B = 'b',
}
export const enum Level {
  Low,
  High = 10,
}
export interface Model {
  kind: Kind;
  level: Level;
}
