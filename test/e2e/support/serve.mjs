import fs from 'node:fs';
import https from 'node:https';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const { localhostCertificate } = createRequire(import.meta.url)('../../../scripts/certificate.js');
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** The build; another folder where several are tried side by side. */
export const DIST = process.env.E2E_DIST ?? path.join(ROOT, 'dist');
const FONTS = path.join(ROOT, 'node_modules/@fontsource/noto-sans-sc/files');
const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.woff2', 'font/woff2'],
]);

function fileIn(folder, name) {
  const file = path.join(folder, name);
  return file.startsWith(folder + path.sep) && fs.existsSync(file) && fs.statSync(file).isFile() ? file : null;
}

/** The file that an address means: of the first folder that has it, or a font of the tests; `null` outside all. */
function fileOf(address, folders) {
  const asked = decodeURIComponent(new URL(address, 'https://localhost').pathname);
  if (asked.startsWith('/test-fonts/')) return fileIn(FONTS, asked.slice('/test-fonts/'.length));
  return folders.map((folder) => fileIn(folder, asked)).find((file) => file !== null) ?? null;
}

/**
 * Serves the build over https on a free port of localhost, as a plain web server would: no header but the type. Other
 * folders may be laid over it.
 */
export async function serve(over = []) {
  const folders = [...over, DIST];
  const { key, cert } = await localhostCertificate();
  const server = https.createServer({ key, cert }, (request, response) => {
    const file = fileOf(request.url, folders);
    if (file === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES.get(path.extname(file)) ?? 'application/octet-stream' });
    fs.createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return { server, address: `https://localhost:${server.address().port}` };
}
