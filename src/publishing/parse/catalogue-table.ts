import { STANDARD_FIELDS } from '../../law/disclosure-items.ts';
import type { DisclosureLevel } from '../../law/disclosure-items.ts';
import type { FlatBlock } from '../../platform/document/block.ts';
import type { Catalogue, CatalogueEntry, CatalogueRemark } from '../rules/catalogue/catalogue-entry.ts';
import { readDeadline } from '../rules/catalogue/deadline.ts';

type Table = Extract<FlatBlock, { kind: 'table' }>;

const COLUMNS = {
  number: /^序号/u,
  firstItem: /一级事项|^公开事项$/u,
  secondItem: /二级事项/u,
  elements: /公开内容/u,
  basis: /公开依据/u,
  deadline: /公开时限/u,
  publisher: /公开主体/u,
  channels: /公开渠道/u,
  everyone: /全社会/u,
  some: /特定(?:群众|群体|对象)/u,
  proactive: /主动/u,
  'on-application': /依申请/u,
  county: /县级|区级/u,
  township: /乡级|镇级|街道/u,
} as const satisfies Record<string, RegExp>;
type ColumnName = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as readonly ColumnName[];
/** Without these a table is no catalogue. */
const NEEDED = ['elements', 'deadline', 'publisher'] as const satisfies readonly ColumnName[];

const TICKED = /[√✓✔☑■●是有]|^[VvＶｖYy]$/u;
const SAME = /^[（(]?(?:同上(?:栏|行|条)?|〃|″)[）)]?[。.]?$/u;
/** A line below the table that is no entry: a note, a total, who filled it in. */
const FOOT = /^(?:[*＊※]|注[：:\d]|备注[：:]|说明[：:]|填表|合计|总计|小计|共计|联系人)/u;
const TITLE = /(?<field>[^\s（(]{2,20}?)(?:领域)?基层政务公开(?:标准)?(?:事项)?(?:标准)?目录/u;

const CHANNEL_WORDS =
  '政府网站|政府公报|两微一端|发布会|听证会|广播电视|纸质媒体|公开查阅点|政务服务中心|便民服务站|入户|现场|社区|企事业单位|村公示栏|精准推送|其他';
/** □ is often typed as the character 口. */
const TYPED_BOX = new RegExp(`(?:(?<=^|[\\s；;、，,])口(?=\\S)|口(?=${CHANNEL_WORDS}))`, 'gmu');
const CHANNEL = /(?<box>[■☑√✓●▇□○◻☐])\s*(?<name>[^■☑√✓●▇□○◻☐\n]+)/gu;

/** Line breaks and blanks that a table's narrow columns have put into words. */
const joined = (text: string): string =>
  text.replaceAll(/(?<=\p{Script=Han})[ \u3000]+(?=\p{Script=Han})/gu, '').trim();

/** The text of every place of the grid: what a merged cell covers says what the cell says. */
function gridOf({ rows, columns, cells }: Table): readonly (readonly string[])[] {
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
  for (const { row, column, rowSpan, columnSpan, text } of cells)
    for (let down = row; down < Math.min(rows, row + rowSpan); down += 1)
      for (let right = column; right < Math.min(columns, column + columnSpan); right += 1)
        grid[down]![right] = joined(text);
  return grid;
}

type Head = { readonly end: number; readonly columns: ReadonlyMap<ColumnName, number> };

/** The head of one or two rows, wherever it begins; undefined where the table is no catalogue. */
function findHead(grid: readonly (readonly string[])[]): Head | undefined {
  for (let row = 0; row < Math.min(grid.length, 10); row += 1) {
    const upper = grid[row]!.map(text => text.replaceAll(/\s+/gu, ''));
    if (!upper.some(text => COLUMNS.deadline.test(text))) continue;
    const below = (grid[row + 1] ?? []).map(text => text.replaceAll(/\s+/gu, ''));
    const isHead = below.some(text => /级事项|全社会|依申请|[县乡]级/u.test(text));
    const columns = new Map<ColumnName, number>();
    for (const name of NAMES) {
      const inBelow = isHead ? below.findIndex(text => COLUMNS[name].test(text)) : -1;
      const at = inBelow >= 0 ? inBelow : upper.findIndex(text => COLUMNS[name].test(text));
      if (at >= 0) columns.set(name, at);
    }
    if (NEEDED.every(name => columns.has(name))) return { end: row + (isHead ? 2 : 1), columns };
  }
  return undefined;
}

function fieldOf(grid: readonly (readonly string[])[], before: readonly FlatBlock[], sheet: string): string {
  const titles = [
    ...before.flatMap(block => (block.kind === 'paragraph' ? [block.text] : [])),
    ...grid.slice(0, 3).map(row => row.find(text => text !== '') ?? ''),
    `${sheet}基层政务公开标准目录`,
  ].map(text => text.replaceAll(/\s+/gu, ''));
  const named = titles.map(title => TITLE.exec(title)?.groups?.['field']).find(found => found !== undefined) ?? sheet;
  const known = STANDARD_FIELDS.filter(field => named.includes(field)).toSorted(
    (one, other) => other.length - one.length,
  );
  return known[0] ?? named.replace(/领域$/u, '');
}

function channelsOf(text: string): { readonly ticked: readonly string[]; readonly mended: boolean } {
  const mended = text.replaceAll(TYPED_BOX, '□');
  const boxes = [...mended.matchAll(CHANNEL)].map(match => match.groups as { box: string; name: string });
  const names =
    boxes.length > 0
      ? boxes.filter(({ box }) => TICKED.test(box) || box === '▇').map(({ name }) => name)
      : mended.split(/[\n、；;]/u);
  return {
    ticked: names.map(name => name.replaceAll(/\s+/gu, '')).filter(name => name !== ''),
    mended: mended !== text,
  };
}

/** A line that only looks like an entry: a note or a heading across the table, a total, the head once more on the next page. */
function isNoEntry(row: readonly string[], elements: string): boolean {
  const said = row.filter(text => text !== '');
  const first = (said[0] ?? '').replaceAll(/\s+/gu, '');
  const isAcross = new Set(said).size === 1 && said.length > 2;
  return isAcross || FOOT.test(first) || COLUMNS.elements.test(elements.replaceAll(/\s+/gu, ''));
}

const INHERITED = ['basis', 'deadline', 'publisher', 'channels', 'elements'] as const satisfies readonly ColumnName[];
const COLUMN_TEXT: Readonly<Partial<Record<ColumnName, string>>> = {
  basis: '公开依据',
  deadline: '公开时限',
  publisher: '公开主体',
  channels: '公开渠道和载体',
  elements: '公开内容',
};

function readTable(grid: readonly (readonly string[])[], head: Head, field: string): Catalogue {
  const entries: CatalogueEntry[] = [];
  const remarks: CatalogueRemark[] = [];
  const before = new Map<ColumnName, string>();
  for (const [index, row] of grid.slice(head.end).entries()) {
    const line = index + 1;
    const say = (message: string) => remarks.push({ field, line, message });
    const of = (name: ColumnName): string => {
      const at = head.columns.get(name);
      return at === undefined ? '' : (row[at] ?? '');
    };
    if (of('elements') === '' && of('secondItem') === '') continue;
    if (isNoEntry(row, of('elements'))) continue;
    const value = new Map<ColumnName, string>(NAMES.map(name => [name, of(name)]));
    for (const name of INHERITED)
      if (SAME.test(value.get(name)!)) {
        const above = before.get(name);
        if (above === undefined) say(`“${COLUMN_TEXT[name]!}”写着“同上”，上面却没有内容`);
        else {
          value.set(name, above);
          say(`“${COLUMN_TEXT[name]!}”写着“同上”，已按上一行补全`);
        }
      }
    // The first item stands once over several lines, merged or not.
    if (value.get('firstItem') === '') value.set('firstItem', before.get('firstItem') ?? '');
    for (const [name, text] of value) if (text !== '') before.set(name, text);

    const { ticked, mended } = channelsOf(value.get('channels')!);
    if (mended && !SAME.test(of('channels'))) say('公开渠道里的“口”是方框“□”的误写，已按没有勾选处理');
    const deadline = readDeadline(value.get('deadline')!);
    if (deadline.kind === 'unclear') say(`公开时限“${value.get('deadline')!}”没有写明期限，请核对`);
    const has = (name: ColumnName) => TICKED.test(value.get(name)!);
    const levels = (['county', 'township'] as const satisfies readonly DisclosureLevel[]).filter(has);
    entries.push({
      field,
      line,
      firstItem: value.get('firstItem')!,
      secondItem: value.get('secondItem')!,
      elements: value.get('elements')!,
      basis: value.get('basis')!,
      deadlineText: value.get('deadline')!,
      deadline,
      publisher: value.get('publisher')!,
      channels: ticked,
      audience: has('everyone') ? 'everyone' : has('some') ? 'some' : null,
      ways: (['proactive', 'on-application'] as const).filter(has),
      levels,
    });
  }
  return { entries, remarks };
}

/** The catalogue in the tables of a sheet: its lines with what was mended. Tables that are no catalogue are passed over. */
export function readCatalogueSheet(sheet: string, blocks: readonly FlatBlock[]): Catalogue {
  const entries: CatalogueEntry[] = [];
  const remarks: CatalogueRemark[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'table') continue;
    const grid = gridOf(block);
    const head = findHead(grid);
    if (head === undefined) continue;
    const found = readTable(grid, head, fieldOf(grid, blocks.slice(0, index), sheet));
    entries.push(...found.entries);
    remarks.push(...found.remarks);
  }
  return { entries, remarks };
}
