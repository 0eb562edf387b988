/** For tests of how long something takes. They are left out on mutated code, where they take long and say little. */
export const timed = process.env['MUTATION'] === undefined ? test : test.skip;
