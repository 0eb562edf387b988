import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const WINDOWS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const LINUX = ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chromium', 'chromium-browser'];
const LIBRARY_FOLDERS = [
  '/lib',
  '/usr/lib',
  '/lib64',
  '/usr/lib64',
  '/lib/x86_64-linux-gnu',
  '/usr/lib/x86_64-linux-gnu',
];

function installedBrowser() {
  if (os.platform() === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const all = roots.flatMap((root) => (root === undefined ? [] : WINDOWS.map((name) => path.join(root, name))));
    return all.find((file) => fs.existsSync(file));
  }
  if (os.platform() === 'darwin') return MAC.find((file) => fs.existsSync(file));
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return LINUX.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => fs.existsSync(file));
}

/** The Chromium of the npm package; it brings its own libraries, which it unpacks only where it believes to be in a cloud. */
async function packagedBrowser() {
  if (!LIBRARY_FOLDERS.some((folder) => fs.existsSync(path.join(folder, 'libnss3.so')))) {
    process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
    process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  }
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}

/** The browser to test in: CHROME_PATH, else an installed one, else the one that `npm ci` brings. */
export async function findBrowser() {
  return process.env.CHROME_PATH ?? installedBrowser() ?? (await packagedBrowser());
}
