import { blockText, bodyOfParagraphs } from './body.ts';
import type { Body, BodyBlock } from './body.ts';
import { closesDiagram, diagramLines, opensDiagram, readDiagramLines } from './diagram.ts';
import type { Diagram } from './diagram.ts';

/** A body in which diagrams are the lines that one types, where a text cannot hold them otherwise. */
export function spellDiagrams(body: Body): Body {
  return body.flatMap((block): Body => (block.kind === 'diagram' ? bodyOfParagraphs(diagramLines(block)) : [block]));
}

/** A body whose typed diagrams are diagrams. Lines that only begin like one stay lines. */
export function joinDiagrams(body: Body): Body {
  const joined: BodyBlock[] = [];
  for (let at = 0; at < body.length; at += 1) {
    const block = body[at]!;
    const end = block.kind === 'paragraph' && opensDiagram(blockText(block)) ? endOf(body, at) : -1;
    const diagram = end < 0 ? undefined : readDiagramLines(body.slice(at, end).map(blockText));
    joined.push(diagram ?? block);
    if (diagram !== undefined) at = end;
  }
  return joined;
}

/** Where the lines of a diagram that begins here end; -1 where something else comes before its end. */
function endOf(body: Body, from: number): number {
  for (let at = from + 1; at < body.length; at += 1) {
    const block = body[at]!;
    if (block.kind !== 'paragraph') return -1;
    if (closesDiagram(blockText(block))) return at;
  }
  return -1;
}

/** 问答: the same fields as questions and answers, as ordinary text that an officer goes on writing. */
export function questionsOf(diagram: Diagram): Body {
  const { title, purpose, basis, audience, measures, dates, figures, contact } = diagram;
  const ask = (question: string, ...answer: readonly BodyBlock[]): Body => [
    { kind: 'heading', level: 2, text: `问：${question}` },
    ...answer,
  ];
  const answer = (text: string): BodyBlock => ({ kind: 'paragraph', inlines: [{ kind: 'text', text: `答：${text}` }] });
  const list = (ordered: boolean, entries: readonly string[]): BodyBlock => ({
    kind: 'list',
    ordered,
    entries: entries.map(text => [{ kind: 'text', text }]),
  });
  return [
    ...(purpose === '' ? [] : ask(`为什么制定《${title}》？`, answer(purpose))),
    ...(basis === '' ? [] : ask('依据是什么？', answer(basis))),
    ...(audience === '' ? [] : ask('哪些人、哪些事适用？', answer(audience))),
    ...(measures.length === 0
      ? []
      : ask(
          '主要有哪些措施？',
          answer(`主要有${measures.length}项。`),
          list(
            true,
            measures.map(({ title: name, text }) => (text === '' ? name : `${name}：${text}`)),
          ),
        )),
    ...(figures.length === 0
      ? []
      : ask(
          '有哪些数字需要记住？',
          answer('主要是下面这些。'),
          list(
            false,
            figures.map(({ value, unit, text }) => (text === '' ? `${value}${unit}` : `${text}：${value}${unit}`)),
          ),
        )),
    ...(dates.length === 0
      ? []
      : ask(
          '什么时候开始、什么时候截止？',
          answer('请留意下面的时间。'),
          list(
            false,
            dates.map(({ when, text }) => `${when}：${text}`),
          ),
        )),
    ...(contact === '' ? [] : ask('不清楚的，怎样咨询？', answer(contact))),
  ];
}
