import { bodyHtml } from '../../../publishing/render/body-html.ts';
import type { Body } from '../../../publishing/rules/body.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';

/** A body as the office shows it and the editor holds it: pictures bear the id by which they are read back. */
export function editorHtml(body: Body, pictureHref: (attachment: string) => string): Html {
  return bodyHtml(body, {
    picture: ({ attachment, alt }) =>
      html`<img src="${pictureHref(attachment)}" alt="${alt}" data-attachment="${attachment}">`,
  });
}
