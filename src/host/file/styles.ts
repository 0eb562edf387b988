import type { CellLook } from '../../advice/newForm';
import { attribute, escapeXml, inserted, root, spliced, XML_HEAD, XmlError, type Element } from './xml';

/** What a workbook has that has no styles of its own. */
export const NO_STYLES = (namespace: string): string =>
  [
    `${XML_HEAD}<styleSheet xmlns="${namespace}">`,
    '<fonts count="1"><font><sz val="11"/><name val="等线"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>',
  ].join('');

/** Formats that have a number in every workbook. */
const BUILT_IN = new Map([
  ['General', 0],
  ['0', 1],
  ['0.00', 2],
  ['#,##0', 3],
  ['#,##0.00', 4],
  ['0%', 9],
  ['0.00%', 10],
  ['@', 49],
]);
const FIRST_OWN_FORMAT = 164;

/** The lists in the order that the schema asks, as far as ours stand behind them. */
const LISTS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs'];

/** The styles of a workbook to which looks are added; what is there keeps its numbers and every character. */
export class StyleBook {
  private readonly known = new Map<string, number>();

  constructor(private text: string) {}

  get xml(): string {
    return this.text;
  }

  /** The number of the style that has the look; the same for the same look. */
  numberOf(look: CellLook): number {
    const { bold = false, size, align, wrap = false, lined = false, numberFormat = 'General' } = look;
    const key = JSON.stringify([bold, size, align, wrap, lined, numberFormat]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const font = bold || size !== undefined ? this.font(bold, size) : 0;
    const border = lined ? this.border() : 0;
    const format = this.format(numberFormat);
    const alignment = [
      ...(align === undefined ? [] : [`horizontal="${align}"`, 'vertical="center"']),
      ...(wrap ? ['wrapText="1"'] : []),
    ].join(' ');
    const number = this.append('cellXfs', (prefix) =>
      [
        `<${prefix}xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="${border}" xfId="0"`,
        ' applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"',
        alignment === '' ? '/>' : `><${prefix}alignment ${alignment}/></${prefix}xf>`,
      ].join(''),
    );
    this.known.set(key, number);
    return number;
  }

  /** One of the lists; of formats, which come first, and of rules' looks a new one where there is none. */
  private list(name: string): Element {
    const sheet = root(this.text);
    const found = sheet.child(name);
    if (found !== null) return found;
    const before = sheet.children().filter(({ tag }) => LISTS.slice(0, LISTS.indexOf(name)).includes(tag.local));
    if (name !== 'numFmts' && name !== 'dxfs') throw new XmlError(`no ${name}`);
    const empty = `<${sheet.prefix}${name} count="0"></${sheet.prefix}${name}>`;
    this.text = inserted(this.text, before.at(-1)?.end ?? sheet.innerStart, empty);
    return this.list(name);
  }

  /** Adds to one of the lists; gives the number of the first that was added. */
  private append(name: string, ...more: readonly ((prefix: string) => string)[]): number {
    const list = this.list(name);
    const { tag, inside } = list;
    const number = list.children().length;
    const attributes = tag.attributes.replace(/\scount\s*=\s*(?:"[^"]*"|'[^']*')/, '');
    const written = more.map((write) => write(list.prefix)).join('');
    const text = `<${tag.name} count="${number + more.length}"${attributes}>${inside}${written}</${tag.name}>`;
    this.text = spliced(this.text, [list.replaced(text)]);
    return number;
  }

  /** Adds all styles of another workbook; gives by how much the numbers of its cells' and its rules' looks go up. */
  adopt(other: string): { readonly cells: number; readonly rules: number } {
    const from = root(other);
    const adopted = (name: string, change: (written: string) => string = (written) => written): number => {
      const all = from.child(name)?.children() ?? [];
      const more = all.map(
        ({ written }) =>
          (prefix: string) =>
            change(written).replace(/<(\/?)(?=\w)/g, `<$1${prefix}`),
      );
      return more.length === 0 ? 0 : this.append(name, ...more);
    };
    const formats = root(this.text).child('numFmts')?.children() ?? [];
    const taken = formats.map((one) => Number(one.attribute('numFmtId')));
    const by = new Map([['numFmtId', Math.max(FIRST_OWN_FORMAT - 1, ...taken) + 1 - FIRST_OWN_FORMAT]]);
    const moved = (written: string) =>
      written.replace(/ (\w+Id)="(\d+)"/g, (all, key: string, number: string) => {
        const builtIn = key === 'numFmtId' && Number(number) < FIRST_OWN_FORMAT;
        return builtIn ? all : ` ${key}="${Number(number) + (by.get(key) ?? 0)}"`;
      });
    adopted('numFmts', moved);
    by.set('fontId', adopted('fonts')).set('fillId', adopted('fills')).set('borderId', adopted('borders'));
    return { cells: adopted('cellXfs', moved), rules: adopted('dxfs') };
  }

  /** The workbook's usual font, bold or of another size. */
  private font(bold: boolean, size: number | undefined): number {
    const [usual] = this.list('fonts').children();
    if (usual === undefined) throw new XmlError('no font');
    const kept = usual.children().filter(({ tag }) => tag.local !== 'b' && (size === undefined || tag.local !== 'sz'));
    const inside = kept.map(({ written }) => written).join('');
    return this.append('fonts', (prefix) =>
      [
        `<${prefix}font>${bold ? `<${prefix}b/>` : ''}`,
        size === undefined ? '' : `<${prefix}sz val="${size}"/>`,
        `${inside}</${prefix}font>`,
      ].join(''),
    );
  }

  private border(): number {
    const there = this.known.get('border');
    if (there !== undefined) return there;
    const number = this.append('borders', (prefix) => {
      const sides = ['left', 'right', 'top', 'bottom'].map(
        (side) => `<${prefix}${side} style="thin"><${prefix}color auto="1"/></${prefix}${side}>`,
      );
      return `<${prefix}border>${sides.join('')}<${prefix}diagonal/></${prefix}border>`;
    });
    this.known.set('border', number);
    return number;
  }

  private format(code: string): number {
    const builtIn = BUILT_IN.get(code);
    if (builtIn !== undefined) return builtIn;
    const all = this.list('numFmts').children();
    const there = all.find((one) => one.attribute('formatCode') === code);
    if (there !== undefined) return Number(there.attribute('numFmtId'));
    const taken = all.map(({ tag }) => Number(attribute(tag, 'numFmtId')));
    const number = Math.max(FIRST_OWN_FORMAT - 1, ...taken) + 1;
    this.append('numFmts', (prefix) => `<${prefix}numFmt numFmtId="${number}" formatCode="${escapeXml(code)}"/>`);
    return number;
  }
}
