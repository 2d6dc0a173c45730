/**
 * The style of `letterHtml`. On paper the letter is set as 信函格式 as far as a browser can: the file for sending is the PDF. Colours
 * come from the page's own properties where it has them; insertions and deletions differ by line and not only by colour.
 */
export const LETTER_CSS = `.letter {
  --letter-red: #c4001a;
  container-type: inline-size;
  max-width: 44rem;
  margin: 1.5rem auto;
  padding: clamp(1rem, 5vw, 3.5rem);
  border: 1px solid var(--line, #c8d0d9);
  background: var(--paper, #fff);
  color: var(--ink, #1d2733);
  font-family: FangSong, 仿宋, 'Noto Serif SC', 'Noto Serif CJK SC', 'Source Han Serif SC', SimSun, serif;
  font-size: 1.125rem;
  line-height: 1.85;
  overflow-wrap: anywhere;
}
.letter-head {
  margin: 0 0 2rem;
}
.letter-agency {
  margin: 0;
  padding-bottom: 0.6rem;
  border-bottom: 5px double var(--letter-red);
  color: var(--letter-red);
  font-family: 'Noto Serif SC', 'Noto Serif CJK SC', 'Source Han Serif SC', 'Songti SC', SimSun, serif;
  font-size: clamp(1rem, 6.6cqi, 2.1rem);
  font-weight: 700;
  line-height: 1.4;
  text-align: center;
  text-wrap: balance;
}
.letter-number {
  display: flex;
  justify-content: flex-end;
  margin: 0.5rem 0 0;
}
.letter-mark {
  margin-right: auto;
}
.letter-title {
  margin: 0 0 1.5rem;
  font-size: clamp(1.15rem, 4.8cqi, 1.6rem);
  font-weight: 700;
  line-height: 1.5;
  text-align: center;
  text-wrap: balance;
}
.letter-title span {
  display: block;
}
.letter p {
  margin: 0;
}
.letter > p {
  text-indent: 2em;
}
.letter > .letter-addressee {
  text-indent: 0;
}
.letter-heading {
  margin: 0;
  font-size: 1em;
  font-weight: 700;
  text-indent: 2em;
}
.letter-attachments {
  margin: 1.85em 0 0;
  padding-left: 2em;
  list-style: none;
}
.letter-foot {
  display: table;
  margin: 3.7em 2em 0 auto;
  text-align: center;
}
.letter-differences {
  max-width: 44rem;
  line-height: 1.85;
  overflow-wrap: anywhere;
}
.letter-differences p {
  margin: 0 0 0.4em;
}
.letter-differences ins {
  background: #e2f3e5;
  color: #14532d;
  text-decoration: underline;
}
.letter-differences del {
  background: #fdeceb;
  color: #8c1d18;
  text-decoration: line-through;
}
@media print {
  main:has(.letter) > h1,
  main:has(.letter) :is(.card, .actions) {
    display: none;
  }
  .letter {
    max-width: none;
    margin: 0;
    padding: 0;
    border: 0;
    font-size: 16pt;
    line-height: 29pt;
  }
  .letter-foot,
  .letter-annotation {
    break-before: avoid;
    break-inside: avoid;
  }
}
`;
