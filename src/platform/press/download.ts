/** A file ready to be sent or written: its bytes, and the headers under which a browser saves it by its name. */
export type Download = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** The file under a name that may be Chinese; `plainName` is for browsers that cannot take that. */
export function downloadOf(bytes: Uint8Array, fileName: string, plainName: string, mediaType: string): Download {
  return {
    bytes,
    fileName,
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    },
  };
}
