import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import type { ManifestInfo } from 'office-addin-manifest';

const ROOT = path.resolve(__dirname, '..');
const FILE = path.join(ROOT, 'manifest.xml');
const XML = fs.readFileSync(FILE, 'utf8');
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** Excel's limits for the strings of the ribbon. */
const LONGEST = { ShortStrings: 125, LongStrings: 250 } as const;

/** What the Office tools read, in a process of its own: they are ES modules in part, which Jest does not load. */
function readManifest(file: string): ManifestInfo {
  const script = `
    const { OfficeAddinManifest } = require('office-addin-manifest');
    OfficeAddinManifest.readManifestFile(process.argv[1]).then((info) => console.log(JSON.stringify(info)));`;
  const printed = execFileSync(process.execPath, ['-e', script, file], { cwd: ROOT, encoding: 'utf8' });
  return JSON.parse(printed) as ManifestInfo;
}

function parse(xml: string): Document {
  return new JSDOM(xml, { contentType: 'text/xml' }).window.document;
}

const manifest = parse(XML);
const all = [...manifest.getElementsByTagName('*')];

function named(name: string): Element[] {
  return all.filter(({ localName }) => localName === name);
}

/** The first element of that name inside another; throws where there is none. */
function inside(parent: Element, name: string): Element {
  const found = [...parent.getElementsByTagName('*')].find(({ localName }) => localName === name);
  if (found === undefined) throw new Error(`no ${name} in ${parent.localName}`);
  return found;
}

function defaultValues(): string[] {
  return all.flatMap((element) => element.getAttribute('DefaultValue') ?? []);
}

/** The pixels of a PNG, out of its header. */
function pngSize(file: string): { width: number; height: number } {
  const bytes = fs.readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

describe('read by the Office tools', () => {
  test('says what it is', () => {
    const info = readManifest(FILE);
    expect(info).toMatchObject({
      displayName: '自评表助手',
      defaultLocale: 'zh-CN',
      hosts: ['Workbook'],
      officeAppType: 'TaskPaneApp',
      permissions: 'ReadWriteDocument',
      defaultSettings: { sourceLocation: 'https://localhost:3000/taskpane.html' },
    });
    expect(info.id).toMatch(GUID);
    expect(info.version).toMatch(/^[1-9]\d*(?:\.\d+){3}$/);
    expect(info.description?.length).toBeLessThanOrEqual(250);
  });

  test('works without VersionOverrides, for catalogues that know none', () => {
    const start = XML.indexOf('<VersionOverrides');
    const end = XML.indexOf('</VersionOverrides>') + '</VersionOverrides>'.length;
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'manifest-'));
    const file = path.join(folder, 'manifest.xml');
    fs.writeFileSync(file, XML.slice(0, start) + XML.slice(end));
    const info = readManifest(file);
    fs.rmSync(folder, { recursive: true });
    expect(info.defaultSettings?.sourceLocation).toBe('https://localhost:3000/taskpane.html');
  });
});

describe('structure', () => {
  // The schema wants these orders; Office refuses a manifest with any other.
  test.each([
    [
      'OfficeApp',
      [
        'Id',
        'Version',
        'ProviderName',
        'DefaultLocale',
        'DisplayName',
        'Description',
        'IconUrl',
        'HighResolutionIconUrl',
        'SupportUrl',
        'Hosts',
        'Requirements',
        'DefaultSettings',
        'Permissions',
        'VersionOverrides',
      ],
    ],
    ['VersionOverrides', ['Hosts', 'Resources']],
    ['DesktopFormFactor', ['FunctionFile', 'ExtensionPoint']],
    ['Group', ['Label', 'Icon', 'Control']],
    ['Control', ['Label', 'Supertip', 'Icon', 'Action']],
    ['Supertip', ['Title', 'Description']],
    ['Action', ['TaskpaneId', 'SourceLocation']],
    ['Resources', ['Images', 'Urls', 'ShortStrings', 'LongStrings']],
  ])('%s holds its parts in order', (name, parts) => {
    const holders = named(name);
    expect(holders.length).toBeGreaterThan(0);
    for (const holder of holders) expect([...holder.children].map(({ localName }) => localName)).toEqual(parts);
  });

  test('every control has an id of its own', () => {
    const ids = all.flatMap((element) => element.getAttribute('id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('the ribbon uses each resource, and only those that are there', () => {
    const [resources] = named('Resources');
    if (resources === undefined) throw new Error('no Resources');
    const defined = [...resources.getElementsByTagName('*')].flatMap((element) => element.getAttribute('id') ?? []);
    const used = new Set(all.flatMap((element) => element.getAttribute('resid') ?? []));
    expect([...used].sort()).toEqual(defined.sort());
  });

  test.each(Object.entries(LONGEST))('%s are no longer than the ribbon shows', (kind, longest) => {
    const [strings] = named(kind);
    const texts = [...(strings?.children ?? [])].map((text) => text.getAttribute('DefaultValue') ?? '');
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(longest);
  });

  test('one pane has one address: by another Excel would load it anew, and what was begun in it would be gone', () => {
    const urls = new Map(named('Url').map((url) => [url.getAttribute('id'), url.getAttribute('DefaultValue')]));
    const actions = named('Action').map((action) => ({
      pane: inside(action, 'TaskpaneId').textContent,
      address: urls.get(inside(action, 'SourceLocation').getAttribute('resid')),
    }));
    expect(actions).toEqual([{ pane: 'Zipingbiao.Pane', address: 'https://localhost:3000/taskpane.html' }]);
  });
});

describe('addresses', () => {
  const addresses = defaultValues().filter((value) => /^\w+:\/\//.test(value));

  test('all lead to the one place that an administrator replaces', () => {
    expect(addresses.length).toBeGreaterThan(8);
    for (const address of addresses) expect(new URL(address).origin).toBe('https://localhost:3000');
  });

  test('every page is one that the build makes', () => {
    const pages = addresses.map((address) => new URL(address).pathname).filter((name) => name.endsWith('.html'));
    const config = fs.readFileSync(path.join(ROOT, 'webpack.config.js'), 'utf8');
    for (const page of pages) expect(config).toContain(`  ${path.basename(page, '.html')}: { script:`);
  });

  test('every icon is a PNG of the size that it is used for', () => {
    const images = named('Image').filter((image) => image.hasAttribute('resid'));
    for (const image of images) {
      const size = Number(image.getAttribute('size'));
      const resource = named('Image').find((other) => other.getAttribute('id') === image.getAttribute('resid'));
      const address = new URL(resource?.getAttribute('DefaultValue') ?? '');
      expect(pngSize(path.join(ROOT, address.pathname))).toEqual({ width: size, height: size });
    }
    for (const size of [16, 32, 64, 80, 128]) {
      expect(pngSize(path.join(ROOT, `assets/icon-${String(size)}.png`))).toEqual({ width: size, height: size });
    }
  });
});
