/** What may be uploaded, by what the content is. `wps` is a document of WPS: inside it is the old Word format. */
export const UPLOAD_KINDS = ['pdf', 'docx', 'doc', 'wps', 'ofd', 'xlsx', 'xls', 'jpg', 'png', 'txt'] as const;
export type UploadKind = (typeof UPLOAD_KINDS)[number];

type KindFacts = {
  readonly label: string;
  readonly mediaType: string;
  /** The first is the one given to a file that has another. */
  readonly extensions: readonly [string, ...string[]];
};

/** Names, media types and the extensions that go with a content. An extension that says something else is a disguise. */
export const KIND_FACTS: Readonly<Record<UploadKind, KindFacts>> = {
  pdf: { label: 'PDF 文件', mediaType: 'application/pdf', extensions: ['pdf'] },
  docx: {
    label: 'Word 文档',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    // WPS and old habits save the new format under the old extensions.
    extensions: ['docx', 'doc', 'wps'],
  },
  doc: { label: 'Word 文档（旧格式）', mediaType: 'application/msword', extensions: ['doc', 'docx'] },
  wps: { label: 'WPS 文档', mediaType: 'application/vnd.ms-works', extensions: ['wps'] },
  ofd: { label: 'OFD 版式文件', mediaType: 'application/ofd', extensions: ['ofd'] },
  xlsx: {
    label: 'Excel 表格',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx', 'xls', 'et'],
  },
  xls: { label: 'Excel 表格（旧格式）', mediaType: 'application/vnd.ms-excel', extensions: ['xls', 'xlsx', 'et'] },
  jpg: { label: 'JPEG 图片', mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { label: 'PNG 图片', mediaType: 'image/png', extensions: ['png'] },
  txt: { label: '文本文件', mediaType: 'text/plain; charset=utf-8', extensions: ['txt', 'csv'] },
};

/** For the `accept` of a file field, and for the sentence below it. */
export const ACCEPTED_EXTENSIONS = UPLOAD_KINDS.map(kind => `.${KIND_FACTS[kind].extensions[0]}`);
export const ACCEPTED_SENTENCE = 'PDF、Word、WPS、OFD、Excel、JPG、PNG、TXT';

/** Limits of one form. */
export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;
export const MAX_UPLOADS = 10;
export const MAX_UPLOADS_BYTES = 60 * 1024 * 1024;
