import type { Examined } from './examined.ts';
import type { Found } from './gate.ts';

const FILE_NAME = /\.(?:jpe?g|png|gif|bmp|webp)$|^(?:img|image|dsc|pic|微信图片|图片|截图)[\s_-]*\d*$/iu;

/** Tables without caption or header cells, and pictures that say nothing to those who do not see them. */
export function tablesAndPictures({ content }: Examined): readonly Found[] {
  let [table, picture] = [0, 0];
  return content.body.flatMap((block): readonly Found[] => {
    if (block.kind === 'table') {
      table += 1;
      const place = `正文第${table}个表格`;
      const found: Found[] = [];
      if (block.caption === null || block.caption.trim() === '')
        found.push({
          gate: 'tables',
          level: 'advice',
          place,
          quote: '',
          message: '表格没有标题。',
          suggestion: '在表格上方写明表格的名称',
        });
      if (!block.rows.some(row => row.some(({ heading }) => heading)))
        found.push({
          gate: 'tables',
          level: 'advice',
          place,
          quote: '',
          message: '表格没有表头，读屏软件不能读出每格属于哪一列。',
          suggestion: '把第一行设为表头',
        });
      return found;
    }
    if (block.kind !== 'image') return [];
    picture += 1;
    const alt = block.alt.trim();
    if (alt !== '' && !FILE_NAME.test(alt)) return [];
    return [
      {
        gate: 'pictures',
        level: 'stop',
        place: `正文第${picture}张图片`,
        quote: alt,
        message: alt === '' ? '图片没有文字说明。' : '图片的文字说明只是文件名。',
        suggestion: '用一句话写明图片上是什么',
      },
    ];
  });
}
