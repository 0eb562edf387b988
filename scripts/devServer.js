const net = require('node:net');
const { localhostCertificate } = require('./certificate');
const { contentSecurityPolicy } = require('./csp');

/** The port that manifest.xml names. */
const PORT = 3000;
const PORTS_TRIED = 20;

function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.once('listening', () => probe.close(() => resolve(true)));
    probe.listen(port, 'localhost');
  });
}

async function freePort() {
  for (let port = PORT; port < PORT + PORTS_TRIED; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Error(`端口 ${PORT}–${PORT + PORTS_TRIED - 1} 都被占用，请先关闭占用端口的程序，再运行 npm start。`);
}

function hasDisplay() {
  if (process.env.CI !== undefined) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** Options of webpack-dev-server for `npm start`: https on localhost, a free port, and where to open in plain words. */
async function devServer() {
  const port = await freePort();
  const { key, cert, trusted } = await localhostCertificate();
  const address = `https://localhost:${port}/workbench.html`;
  return {
    host: 'localhost',
    port,
    server: { type: 'https', options: { key, cert } },
    hot: false,
    liveReload: true,
    client: { overlay: false, logging: 'error' },
    open: hasDisplay() ? ['/workbench.html'] : false,
    static: false,
    headers: (request) => {
      const page = /^\/(\w+)\.html/.exec(request.url)?.[1];
      if (page === undefined) return {};
      const office = page === 'taskpane' || page === 'commands' ? 'self' : null;
      return { 'Content-Security-Policy': contentSecurityPolicy({ page, office, live: true }) };
    },
    onListening: (server) => {
      server.compiler.hooks.done.tap('Announce', announceOnce(address, port, trusted));
    },
  };
}

function announceOnce(address, port, trusted) {
  let announced = false;
  return (stats) => {
    if (announced || stats.hasErrors()) return;
    announced = true;
    const lines = [
      '',
      '自评表助手已启动，请在浏览器中打开：',
      `  ${address}        试用台：示例自评表和窗格`,
      `  ${address.replace('workbench', 'browser')}          不装加载项，直接核查文件`,
    ];
    if (port !== PORT) {
      lines.push(`端口 ${PORT} 被占用，改用 ${port}；在 Excel 里试用时请先空出 ${PORT}，因为 manifest.xml 指向它。`);
    }
    if (!trusted) {
      lines.push('浏览器会提示证书不受信任，选“继续前往”即可；要在 Excel 里试用，请先运行 npm run certificate。');
    }
    lines.push('按 Ctrl+C 停止。', '');
    process.stdout.write(`${lines.join('\n')}\n`);
  };
}

module.exports = { devServer };
