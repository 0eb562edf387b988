const unit = require('./jest.config');

process.env.MUTATION = '1';

/** The tests of the core only: the others know nothing that these don't, and take long. */
const ROOMS = 'sheet,form,scoring,checks,corpus';

/** `MUTATION_TESTS=sheet,form` runs the tests of fewer rooms: for a first look at a folder's mutants, much faster. */
module.exports = {
  ...unit,
  reporters: ['default'],
  roots: (process.env.MUTATION_TESTS ?? ROOMS).split(',').map((room) => `<rootDir>/test/${room}`),
};
