import type { Picture } from '../../publishing/store/picture.register.store.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { attachmentPath } from './places.ts';

type Named = { readonly id: string; readonly name: string };

/** Where a form of a picture is: the whole one is the attachment itself. */
export function picturePath({ id, name }: Named, { isWhole, width }: Picture): string {
  return isWhole ? attachmentPath({ id, name }) : `/attachments/${id}/${width}/${encodeURIComponent(name)}`;
}

/** The narrowest form that is at least so wide, else the whole one. */
export function formOfWidth(forms: readonly Picture[], width: number): Picture | undefined {
  return forms.findLast(form => form.width >= width) ?? forms[0];
}

/** Pictures in a text are at most as wide as its column. */
const SIZES_IN_TEXT = '(max-width: 50rem) 92vw, 46rem';
/** The form for browsers that do not choose by themselves. */
const PLAIN_WIDTH = 800;

/**
 * A picture in a text: its place is kept free before it comes, and the browser takes the form that its screen needs. One that
 * could not be read is its description.
 */
export function pictureInText(file: Named, forms: readonly Picture[], alt: string): Html {
  const shown = formOfWidth(forms, PLAIN_WIDTH);
  if (shown === undefined) return html`<span>${alt}</span>`;
  const choice = forms
    .toSorted((one, other) => one.width - other.width)
    .map(form => `${picturePath(file, form)} ${form.width}w`)
    .join(', ');
  return html`<img src="${picturePath(file, shown)}"${forms.length > 1 && html` srcset="${choice}" sizes="${SIZES_IN_TEXT}"`} width="${shown.width}" height="${shown.height}" alt="${alt}" loading="lazy" decoding="async">`;
}

const PORTRAIT_WIDTH = 300;

/** The portrait beside what is said of a person. */
export function portraitPicture(file: Named, forms: readonly Picture[], name: string): Html | null {
  const shown = formOfWidth(forms, PORTRAIT_WIDTH);
  if (shown === undefined) return null;
  return html`<img class="portrait" src="${picturePath(file, shown)}" width="${shown.width}" height="${shown.height}" alt="${name}">`;
}
