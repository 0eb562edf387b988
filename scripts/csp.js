const { officeScript } = require('./office');

/**
 * SHA-256 of nothing: allows `<style>` elements that are empty when they are inserted. Fluent's styles are written into
 * such elements by `insertRule`, so that no other inline style needs to be allowed.
 */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * The policy of one page, as tight as Office.js allows: scripts from where the page and Office.js come from, no inline
 * code, no evaluation, no connection to anywhere.
 *
 * @param page name of the page; only the workbench holds a frame
 * @param office where Office.js comes from (`cdn`, `cdn-cn`, `self`), `null` on pages without it
 * @param live whether the development server may tell the page to reload
 */
function contentSecurityPolicy({ page, office, live }) {
  const origin = office === null || office === 'self' ? null : new URL(officeScript(office)).origin;
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...(origin === null ? [] : [origin])],
    'style-src': ["'self'", EMPTY_STYLE],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'worker-src': ["'self'"],
    'connect-src': live ? ["'self'"] : ["'none'"],
    'frame-src': page === 'workbench' ? ["'self'"] : ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
}

/**
 * The policy of the workers that read received files: scripts from the same place and nothing else. A worker does not
 * come under its page's policy but under the header of its own script, so that only a server can set it;
 * `docs/deployment.md` says how.
 */
const WORKER_POLICY = "default-src 'none'; script-src 'self'";

module.exports = { contentSecurityPolicy, WORKER_POLICY };
