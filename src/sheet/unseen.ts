/** Characters that are not seen but steer what shows them, break a line, or turn the direction of what follows: C0, DEL, C1, separators, bidi marks. */
// eslint-disable-next-line no-control-regex -- these are what is to be found
export const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
