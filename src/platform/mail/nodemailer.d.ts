// The part of nodemailer's documented interface that is used here; the package brings no types.
declare module 'nodemailer' {
  export type TransportOptions = {
    readonly host: string;
    readonly port: number;
    readonly secure: boolean;
    readonly requireTLS: boolean;
    readonly ignoreTLS: boolean;
    readonly auth?: { readonly user: string; readonly pass: string };
    readonly pool: true;
    readonly maxConnections: number;
    readonly connectionTimeout: number;
    readonly greetingTimeout: number;
    readonly socketTimeout: number;
    readonly disableFileAccess: true;
    readonly disableUrlAccess: true;
  };
  export type Letter = {
    readonly from: { readonly name: string; readonly address: string };
    readonly to: { readonly name: string; readonly address: string };
    readonly subject: string;
    readonly text: string;
    readonly textEncoding: 'base64';
    readonly messageId: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly attachments: readonly {
      readonly filename: string;
      readonly content: string;
      readonly contentType: string;
    }[];
  };
  export type Transport = {
    readonly sendMail: (letter: Letter) => Promise<unknown>;
    readonly close: () => void;
  };
  const nodemailer: { readonly createTransport: (options: TransportOptions) => Transport };
  export default nodemailer;
}
