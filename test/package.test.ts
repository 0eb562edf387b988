import fs from 'node:fs';
import path from 'node:path';

interface Manifests {
  readonly baseAddress: (text: string) => string;
  readonly DEVELOPMENT: string;
  readonly manifestFor: (xml: string, base: string) => string;
}

const { baseAddress, DEVELOPMENT, manifestFor } = jest.requireActual<Manifests>('../scripts/manifest.js');
const XML = fs.readFileSync(path.resolve(__dirname, '../manifest.xml'), 'utf8');

describe('the manifest of a package', () => {
  test('leads to the administrator’s server and nowhere else', () => {
    const xml = manifestFor(XML, 'https://oa.example.gov.cn/jx/zipingbiao/');
    expect(xml).not.toContain('localhost');
    const addresses = [...xml.matchAll(/DefaultValue="(https:[^"]*)"/g)].map(([, address]) => address ?? '');
    expect(addresses).toHaveLength([...XML.matchAll(new RegExp(`DefaultValue="${DEVELOPMENT}`, 'g'))].length);
    for (const address of addresses) expect(address).toMatch(/^https:\/\/oa\.example\.gov\.cn\/jx\/zipingbiao\/[a-z]/);
    expect(xml).toContain('https://oa.example.gov.cn/jx/zipingbiao/taskpane.html"');
  });

  test('differs from the one in the sources in addresses only', () => {
    const there = 'https://a.example:8443';
    expect(manifestFor(XML, there).replaceAll(there, DEVELOPMENT)).toBe(XML);
  });

  test('stays XML whatever the path holds', () => {
    const xml = manifestFor(XML, "https://a.example/a&b'c");
    expect(xml).toContain('https://a.example/a&amp;b&apos;c/taskpane.html');
  });

  test.each([
    ['oa.example.gov.cn', /不是网址/],
    ['http://oa.example.gov.cn', /必须以 https/],
    ['https://a.example/?x=1', /不能带参数/],
    ['https://user@a.example/', /不能带参数/],
  ])('%s is refused with a sentence', (base, sentence) => {
    expect(() => baseAddress(base)).toThrow(sentence);
  });
});
