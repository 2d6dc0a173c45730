import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A small OpenID provider over real HTTP, on which everybody is signed in already as the person that `person` names. */
export type IdentityProvider = {
  readonly issuer: string;
  person: string;
  /** Makes the next ID token wrong in a way. */
  fault: 'none' | 'nonce' | 'audience' | 'signature';
  readonly stop: () => Promise<void>;
};

export const CLIENT = { id: 'gongkai', secret: 'a secret between the two' } as const;

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function signedToken(claims: object, key = privateKey): string {
  const body = `${encode({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${encode(claims)}`;
  return `${body}.${createSign('RSA-SHA256').update(body).sign(key, 'base64url')}`;
}

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const grants = new Map<string, { nonce: string; challenge: string }>();
  const send = (response: ServerResponse, value: object, status = 200) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));

  async function token(request: IncomingMessage, response: ServerResponse) {
    const form = new URLSearchParams(await text(request));
    const grant = grants.get(form.get('code') ?? '');
    grants.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const basic = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString();
    const secret = form.get('client_secret') ?? decodeURIComponent(basic.split(':')[1]?.replaceAll('+', ' ') ?? '');
    if (grant?.challenge !== challenge || secret !== CLIENT.secret)
      return send(response, { error: 'invalid_grant' }, 400);
    const now = Math.floor(Temporal.Now.instant().epochMilliseconds / 1000);
    const claims = {
      iss: provider.issuer,
      sub: provider.person,
      aud: provider.fault === 'audience' ? 'somebody else' : CLIENT.id,
      nonce: provider.fault === 'nonce' ? 'another' : grant.nonce,
      iat: now,
      exp: now + 60,
    };
    const idToken = signedToken(claims, provider.fault === 'signature' ? stranger : privateKey);
    return send(response, { access_token: randomUUID(), token_type: 'Bearer', id_token: idToken });
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', provider.issuer);
    if (url.pathname === '/.well-known/openid-configuration')
      send(response, {
        issuer: provider.issuer,
        authorization_endpoint: `${provider.issuer}/authorize`,
        token_endpoint: `${provider.issuer}/token`,
        jwks_uri: `${provider.issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    else if (url.pathname === '/keys')
      send(response, {
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
      });
    else if (url.pathname === '/authorize') {
      const code = randomUUID();
      const [nonce, challenge] = [url.searchParams.get('nonce') ?? '', url.searchParams.get('code_challenge') ?? ''];
      grants.set(code, { nonce, challenge });
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', code);
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      response.writeHead(302, { location: back.href }).end();
    } else if (url.pathname === '/token') void token(request, response);
    else send(response, {}, 404);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const provider: IdentityProvider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    person: 'province:1',
    fault: 'none',
    stop: () => new Promise(resolve => server.close(() => resolve())),
  };
  return provider;
}
