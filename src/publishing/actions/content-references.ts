import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { mayHaveDetails } from '../rules/content.ts';
import type { Content } from '../rules/content.ts';
import type { ItemId } from '../rules/ids.ts';
import type { ItemRegistration } from '../rules/item-file.ts';
import { ITEM_KIND_LABEL } from '../rules/item-kind.ts';
import { unusableFields } from '../../people/rules/refusal.ts';
import type { FieldProblem } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { findColumn } from '../store/column.register.store.ts';
import { listAttachments } from '../store/item.store.ts';
import { countItems } from '../store/item-references.store.ts';

/**
 * Refuses content that refers to what is not there (another agency's column, an attachment of another item, an unknown item) or
 * that claims to be what its kind is not.
 */
export async function referencesOf(
  transaction: Queries,
  { agency, kind }: Pick<ItemRegistration, 'agency' | 'kind'>,
  item: ItemId | null,
  content: Content,
): Promise<Result<Content, Refusal>> {
  const problems: FieldProblem[] = [];
  if (!mayHaveDetails(kind, content.details))
    problems.push({ field: 'details', message: `“${ITEM_KIND_LABEL[kind]}”不能填写这类要素，请重新选择信息种类` });
  const column = await findColumn(transaction, content.column);
  if (column === undefined || column.agency !== agency)
    problems.push({ field: 'column', message: '请选择本机关的栏目' });
  const pictures = content.body.flatMap(block => (block.kind === 'image' ? [block.attachment] : []));
  const named = [...content.attachments.map(({ id }) => id as string), ...pictures];
  if (named.length > 0) {
    const attachments = item === null ? [] : await listAttachments(transaction, item);
    const kept = new Set<string>(attachments.map(({ id }) => id));
    if (named.some(id => !kept.has(id)))
      problems.push({ field: 'attachments', message: '有附件或者图片没有上传成功，请重新上传' });
    const masked = new Set<string>(attachments.flatMap(({ maskedFrom }) => maskedFrom ?? []));
    if (named.some(id => masked.has(id)))
      problems.push({
        field: 'attachments',
        message: '有附件已经换成脱敏副本，原件不能再公开；确实可以公开的，请重新上传',
      });
  }
  const targets = [...new Set(content.relations.map(({ to }) => to))];
  if (item !== null && targets.includes(item))
    problems.push({ field: 'relations', message: '相关文件不能是这条信息自己，请重新选择' });
  if ((await countItems(transaction, targets)) !== targets.length)
    problems.push({ field: 'relations', message: '有相关文件已经找不到，请重新选择' });
  return problems.length === 0 ? ok(content) : refuse(unusableFields(problems));
}
