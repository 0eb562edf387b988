import fs from 'node:fs';
import https from 'node:https';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const { localhostCertificate } = createRequire(import.meta.url)('../../../scripts/certificate.js');
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** The build; another folder where several are tried side by side. */
const DIST = process.env.E2E_DIST ?? path.join(ROOT, 'dist');
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

/** The file that an address means: of the build, or a font of the tests; `null` outside both. */
function fileOf(address) {
  const asked = decodeURIComponent(new URL(address, 'https://localhost').pathname);
  const [folder, name] = asked.startsWith('/test-fonts/') ? [FONTS, asked.slice('/test-fonts/'.length)] : [DIST, asked];
  const file = path.join(folder, name);
  return file.startsWith(folder + path.sep) && fs.existsSync(file) && fs.statSync(file).isFile() ? file : null;
}

/** Serves the build over https on a free port of localhost, as a plain web server would: no header but the type. */
export async function serve() {
  const { key, cert } = await localhostCertificate();
  const server = https.createServer({ key, cert }, (request, response) => {
    const file = fileOf(request.url);
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
