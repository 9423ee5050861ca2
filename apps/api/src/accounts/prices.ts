// What costs more than the objects that it answers, in points.

/** Hashing or checking a password is made to be slow. */
export const HASHING = 100;

/** A mail goes to somebody who may not have asked for it. */
export const MAILING = 100;
