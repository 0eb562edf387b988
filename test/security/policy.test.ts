import fs from 'node:fs';
import path from 'node:path';

interface Policy {
  readonly contentSecurityPolicy: (of: { page: string; office: string | null; live: boolean }) => string;
  readonly WORKER_POLICY: string;
}

const { contentSecurityPolicy, WORKER_POLICY } = jest.requireActual<Policy>('../../scripts/csp.js');
const ROOT = path.resolve(__dirname, '../..');

function directives(page: string, office: string | null): Map<string, string[]> {
  const policy = contentSecurityPolicy({ page, office, live: false });
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values];
    }),
  );
}

const PAGES = [
  ['taskpane', 'self'],
  ['taskpane', 'cdn'],
  ['taskpane', 'cdn-cn'],
  ['commands', 'cdn'],
  ['browser', null],
] as const;

describe.each(PAGES)('the policy of %s.html with Office.js from %s', (page, office) => {
  const policy = directives(page, office);

  test('allows no inline code, no evaluation and no wildcard', () => {
    const all = [...policy.values()].flat();
    expect(all.filter((value) => value.includes('unsafe') || value.includes('*'))).toEqual([]);
    expect(policy.get('default-src')).toEqual(["'none'"]);
  });

  test('allows no connection, no form and no frame', () => {
    for (const name of ['connect-src', 'form-action', 'frame-src', 'base-uri']) {
      expect([name, policy.get(name)]).toEqual([name, ["'none'"]]);
    }
  });

  test('names another server only for Office.js, and only the one that was chosen', () => {
    const foreign = [...policy].flatMap(([name, values]) =>
      values.filter((value) => value.includes('//')).map((value) => `${name} ${value}`),
    );
    const expected = {
      cdn: ['script-src https://appsforoffice.microsoft.com'],
      'cdn-cn': ['script-src https://appsforoffice.cdn.partner.office365.cn'],
      self: [],
    };
    expect(foreign).toEqual(office === null ? [] : expected[office]);
  });
});

test('only the workbench, which is never deployed, holds a frame', () => {
  expect(directives('workbench', null).get('frame-src')).toEqual(["'self'"]);
});

test('the server of the deployment guide holds workers to theirs, where their scripts come from', () => {
  const guide = fs.readFileSync(path.join(ROOT, 'docs/deployment.md'), 'utf8');
  const scripts = /location ~ \^[^\n]*js\|[^}]*\}/.exec(guide)?.[0] ?? '';
  expect(scripts).toContain(`add_header Content-Security-Policy "${WORKER_POLICY}" always;`);
  expect(WORKER_POLICY).toMatch(/^default-src 'none'; script-src 'self'$/);
});

function sources(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|html)$/.test(name))
    .map((name) => path.join(folder, name));
}

describe('the sources', () => {
  const deployed = sources(path.join(ROOT, 'src')).filter((file) => !file.includes(`${path.sep}workbench${path.sep}`));
  const holding = (pattern: RegExp): string[] =>
    deployed.filter((file) => pattern.test(fs.readFileSync(file, 'utf8'))).map((file) => path.relative(ROOT, file));

  test('are looked at', () => {
    expect(deployed.length).toBeGreaterThan(100);
  });

  test.each([
    [
      'ask the network for anything',
      /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection)\s*\(/,
    ],
    ['evaluate text as code', /\beval\s*\(|new Function\s*\(|setTimeout\s*\(\s*['"`]/],
    ['turn text into HTML', /dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML|document\.write/],
    ['open another site', /(?:href|src|action)=["'{`]+https?:/],
  ])('never %s', (_, pattern) => {
    expect(holding(pattern)).toEqual([]);
  });

  test('have pages without inline code', () => {
    const pages = deployed.filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      const html = fs.readFileSync(page, 'utf8');
      expect([page, /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+\s*=|javascript:/i.test(html)]).toEqual([
        page,
        false,
      ]);
    }
  });
});
