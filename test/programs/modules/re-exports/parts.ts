export const one = 1;
const hidden = 2;
export { hidden as two };
export class Base {
  value = one + hidden;
}
