const { X509Certificate } = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { generate } = require('selfsigned');

const CACHE = path.resolve(__dirname, '../node_modules/.cache/zipingbiao');
const DAY = 24 * 60 * 60 * 1000;

function readPair(folder) {
  const file = (name) => path.join(folder, name);
  if (!fs.existsSync(file('localhost.crt')) || !fs.existsSync(file('localhost.key'))) return null;
  const cert = fs.readFileSync(file('localhost.crt'), 'utf8');
  const key = fs.readFileSync(file('localhost.key'), 'utf8');
  try {
    return Date.parse(new X509Certificate(cert).validTo) > Date.now() + DAY ? { cert, key } : null;
  } catch {
    return null; // A damaged file is as good as none: another certificate is made.
  }
}

/**
 * A key and a certificate for https://localhost. Office trusts the one that `npm run certificate` installs; where there
 * is none, one is made and kept, which a browser asks about once.
 *
 * @returns `{ key, cert, trusted }` in PEM
 */
async function localhostCertificate() {
  const trusted = readPair(path.join(os.homedir(), '.office-addin-dev-certs'));
  if (trusted !== null) return { ...trusted, trusted: true };
  const kept = readPair(CACHE);
  if (kept !== null) return { ...kept, trusted: false };
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 365 * DAY),
    extensions: [
      { name: 'basicConstraints', cA: false },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  fs.mkdirSync(CACHE, { recursive: true });
  fs.writeFileSync(path.join(CACHE, 'localhost.crt'), made.cert);
  fs.writeFileSync(path.join(CACHE, 'localhost.key'), made.private, { mode: 0o600 });
  return { key: made.private, cert: made.cert, trusted: false };
}

module.exports = { localhostCertificate };
