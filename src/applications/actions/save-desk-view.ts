import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { unusable } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { listSavedViews, saveView } from '../store/saved-view.store.ts';
import type { ActionDeps } from './deps.ts';

const MAX_NAME = 30;
const MAX_VIEWS = 20;

/** Keeps the filters of the desk under a name for the officer; one of the same name is replaced. */
export async function saveDeskView(
  { queries }: Pick<ActionDeps, 'queries'>,
  officer: Officer,
  view: { readonly name: string; readonly query: string },
): Promise<Result<null, Refusal>> {
  const name = view.name.normalize('NFC').trim();
  if (name === '' || Array.from(name).length > MAX_NAME)
    return refuse(unusable('name', `视图名称请写1至${MAX_NAME}个字`));
  const kept = await listSavedViews(queries, officer.id);
  if (kept.length >= MAX_VIEWS && kept.every(one => one.name !== name))
    return refuse(unusable('name', `最多保存${MAX_VIEWS}个视图，请先删除不用的`));
  await saveView(queries, officer.id, { name, query: view.query });
  return ok(null);
}
