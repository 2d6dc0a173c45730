import { z } from 'zod';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Finding } from '../../proofreading/finding.ts';

/** Someone's decision to let a finding stand: which (by its fingerprint), who, why, and on which day (YYYY-MM-DD). */
export type Waiver = {
  readonly fingerprint: string;
  readonly by: string;
  readonly reason: string;
  readonly on: string;
};

/** What a finding is found in. */
export type FindingContext = { readonly agency: string | null; readonly year: number | null };

const LOW = 0x1_0000_0000;

/** Two 32-bit FNV-1a sums from different starts, as 16 hex digits: an address, not a secret. */
function digest(text: string): string {
  let [first, second] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ (unit + index), 0x85ebca6b);
    second ^= second >>> 13;
  }
  return [first, second].map(sum => ((sum + LOW) % LOW).toString(16).padStart(8, '0')).join('');
}

/**
 * Names a finding across runs: the audit, whose report of which year, the place and the words found. White space does not count,
 * so that a report read from another file format keeps its waivers; another figure or another wording is another finding.
 */
export function fingerprintOf(finding: Pick<Finding, 'audit' | 'where' | 'quote'>, context: FindingContext): string {
  const parts = [finding.audit, context.agency ?? '', String(context.year ?? ''), finding.where, finding.quote];
  return digest(parts.map(part => part.replaceAll(/\s/gu, '')).join('\n'));
}

/** The shape of a waiver in JSON, strict: no name or no reason, no waiver. */
export const waiverSchema = z.object({
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
  by: z.string().trim().min(1).max(50),
  reason: z.string().trim().min(1).max(500),
  on: z.iso.date(),
});

const FIELD_NAME: Readonly<Record<string, string>> = {
  fingerprint: '指纹（fingerprint，16位十六进制）',
  by: '豁免人姓名（by，50字以内）',
  reason: '豁免理由（reason，500字以内）',
  on: '豁免日期（on，YYYY-MM-DD）',
};

/** One waiver. Refuses, in one Chinese sentence, a waiver without a name, a reason or a date. */
export function readWaiver(input: unknown): Result<Waiver, string> {
  const parsed = waiverSchema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const field = parsed.error.issues[0]?.path[0];
  return refuse(`豁免缺少或写错了${FIELD_NAME[String(field)] ?? '内容'}，请补全后重试`);
}

/** The waivers of a file's JSON (already parsed): an array. Refuses the whole file when one of them is not complete. */
export function readWaivers(input: unknown): Result<readonly Waiver[], string> {
  if (!Array.isArray(input)) return refuse('豁免文件应是一个 JSON 数组，每项写明 fingerprint、by、reason、on');
  const waivers: Waiver[] = [];
  for (const [index, item] of input.entries()) {
    const waiver = readWaiver(item);
    if (!waiver.ok) return refuse(`第${index + 1}项：${waiver.problem}`);
    waivers.push(waiver.value);
  }
  return ok(waivers);
}

/**
 * Marks the waived findings, each in its place; nothing is removed. `stale` are the waivers that match nothing any more.
 * Of two waivers of one finding the later in the list counts.
 */
export function applyWaivers<Audited extends FindingContext & { readonly findings: readonly Finding[] }>(
  audited: Audited,
  waivers: readonly Waiver[],
): { readonly result: Audited; readonly stale: readonly Waiver[] } {
  const byFingerprint = new Map(waivers.map(waiver => [waiver.fingerprint, waiver]));
  const used = new Set<string>();
  const findings = audited.findings.map(finding => {
    const fingerprint = finding.fingerprint ?? fingerprintOf(finding, audited);
    const waiver = byFingerprint.get(fingerprint);
    if (waiver === undefined) return finding;
    used.add(fingerprint);
    return { ...finding, fingerprint, waived: { by: waiver.by, reason: waiver.reason, on: waiver.on } };
  });
  return { result: { ...audited, findings }, stale: waivers.filter(waiver => !used.has(waiver.fingerprint)) };
}

/** Whether a finding is an error that nobody has waived: one of these makes the exit status 1. */
export const isOpenError = (finding: Finding): boolean => finding.level === 'error' && finding.waived === undefined;
