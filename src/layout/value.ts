/**
 * Boxed values: one 64-bit word that favours pointers.
 *
 *   pointer     0000:pppp:pppp:pppp   cell address, 8-byte aligned, >= FIRST_POINTER
 *   immediate   0000:0000:0000:00ii   undefined null false true hole
 *   double      bits + DOUBLE_OFFSET  0002:… to fffc:…, NaN canonical before boxing
 *   int32       fffe:0000:iiii:iiii
 *
 * Tests by one unsigned compare: v >= INT32_TAG is int32; v >= DOUBLE_OFFSET is a number; v - FIRST_POINTER < POINTER_LIMIT - FIRST_POINTER
 * is a pointer. An int32 and the double of the same number are both valid: equality, keys and switch normalise.
 */
export const VALUE_UNDEFINED = 0x02n;
export const VALUE_NULL = 0x0an;
export const VALUE_FALSE = 0x06n;
export const VALUE_TRUE = 0x07n;
/** An absent slot or element, or a binding in its temporal dead zone. Never seen by a program. */
export const VALUE_HOLE = 0x12n;
/** `(v & ~NULLISH_BIT) === VALUE_UNDEFINED` for undefined and null only. */
export const NULLISH_BIT = 0x08n;

export const FIRST_POINTER = 0x1000n;
export const POINTER_LIMIT = 0x0001_0000_0000_0000n;
export const DOUBLE_OFFSET = 0x0002_0000_0000_0000n;
export const INT32_TAG = 0xfffe_0000_0000_0000n;

/** The only NaN that is boxed. */
export const CANONICAL_NAN_BITS = 0x7ff8_0000_0000_0000n;

/** f64u, a raw double that may be absent: two signalling NaNs, which arithmetic quiets to an ordinary NaN (ToNumber). */
export const F64U_UNDEFINED_BITS = 0x7ff0_0000_0000_0001n;
export const F64U_HOLE_BITS = 0x7ff0_0000_0000_0002n;
