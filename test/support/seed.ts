import { configureGlobal } from 'fast-check';

/** The tests try the same examples every time; `npm run fuzz` looks for new ones. */
configureGlobal({ seed: 20_211_231 });
