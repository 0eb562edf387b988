const unit = require('./jest.config');

/** The tests of the core only: the others know nothing that these don't, and take long. */
module.exports = {
  ...unit,
  reporters: ['default'],
  roots: ['sheet', 'form', 'scoring', 'checks', 'corpus'].map((room) => `<rootDir>/test/${room}`),
};
