import type { LetterKind } from './letter-kinds.ts';
import { CLOSING_TEMPLATES } from './built-in/closing-templates.ts';
import { PROCEDURE_TEMPLATES } from './built-in/procedure-templates.ts';
import { REPLY_TEMPLATES } from './built-in/reply-templates.ts';
import { letterRuleOf } from './letter-rules.ts';
import { parseTemplate } from './template/parse-template.ts';
import type { TemplateNode } from './template/parse-template.ts';

/** 文书模板: the wording of a kind of letter. Version 1 is built in; an administrator's are 2 and above. */
export type LetterTemplate = {
  readonly kind: LetterKind;
  readonly version: number;
  /** Lines of the title. */
  readonly title: string;
  readonly text: string;
};

const TEXTS: Readonly<Record<LetterKind, string>> = {
  ...PROCEDURE_TEMPLATES,
  ...REPLY_TEMPLATES,
  ...CLOSING_TEMPLATES,
};

/** The template that comes with the system. */
export function builtInTemplate(kind: LetterKind): LetterTemplate {
  return { kind, version: 1, title: letterRuleOf(kind).title, text: TEXTS[kind] };
}

/** Where the template of a kind is found: the agency's own, or the built-in one. */
export type TemplateOf = (kind: LetterKind) => LetterTemplate;

const parsed = new Map<string, readonly TemplateNode[]>();
/** Templates are few and long-lived; what is kept is dropped when an administrator tries very many. */
const KEPT = 200;

/** The nodes of a template that is known to be sound: one that was refused never comes here. */
export function nodesOf(template: LetterTemplate): readonly TemplateNode[] {
  const known = parsed.get(template.text);
  if (known !== undefined) return known;
  const result = parseTemplate(template.text);
  if (!result.ok) throw new Error(`Template ${template.kind} ${template.version}: ${result.problem[0]!.message}`);
  if (parsed.size >= KEPT) parsed.clear();
  parsed.set(template.text, result.value);
  return result.value;
}
