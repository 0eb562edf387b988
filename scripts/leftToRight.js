/**
 * Stands for `rtl-css-js/core` in the pages: they are Chinese, which is written from the left, and need no second copy
 * of each style for those that are written from the right.
 */
exports.convert = (styles) => styles;
exports.convertProperty = (key, value) => ({ key, value });
