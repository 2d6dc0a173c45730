import * as oidc from 'openid-client';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';

/** What is remembered of a sign-in while the person is at the provider; sealed into a cookie by the caller. */
export type FederationMemo = {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
};

/** Sign-in by an OpenID provider such as the province's 统一身份认证. */
export type Federation = {
  /** The provider's address to send the browser to, and what must be remembered until it is back. */
  readonly begin: (
    returnAddress: string,
  ) => Promise<Result<{ readonly address: string; readonly memo: FederationMemo }, string>>;
  /** Whom the provider vouches for: the value of the agreed claim. Refuses an answer that is none to this memo. */
  readonly finish: (answer: URL, memo: FederationMemo) => Promise<Result<string, string>>;
};

export type FederationPlace = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that names the person, such as `sub` or `preferred_username`. */
  readonly claim: string;
};

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const UNREACHABLE = '统一身份认证暂时连接不上，请稍后再试，或者用账号密码登录';

/** Reads the provider's own description at the first use: a provider that is down must not keep the system from starting. */
export function openFederation({ issuer, clientId, clientSecret, claim }: FederationPlace): Federation {
  const server = new URL(issuer);
  let found: oidc.Configuration | null = null;
  const provider = async (): Promise<oidc.Configuration> => {
    // Plain http is for tests on this machine alone.
    const execute = server.protocol === 'http:' && LOOPBACK.has(server.hostname) ? [oidc.allowInsecureRequests] : [];
    // The token comes straight from the provider; its signature is checked all the same.
    execute.push(oidc.enableNonRepudiationChecks);
    found ??= await oidc.discovery(server, clientId, clientSecret, undefined, { execute, timeout: 10 });
    return found;
  };
  return {
    begin: async returnAddress => {
      const memo = {
        verifier: oidc.randomPKCECodeVerifier(),
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
      };
      try {
        const address = oidc.buildAuthorizationUrl(await provider(), {
          redirect_uri: returnAddress,
          scope: claim === 'sub' ? 'openid' : 'openid profile',
          code_challenge: await oidc.calculatePKCECodeChallenge(memo.verifier),
          code_challenge_method: 'S256',
          state: memo.state,
          nonce: memo.nonce,
        });
        return ok({ address: address.href, memo });
      } catch {
        return refuse(UNREACHABLE);
      }
    },
    finish: async (answer, { verifier, state, nonce }) => {
      try {
        const tokens = await oidc.authorizationCodeGrant(await provider(), answer, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const subject = tokens.claims()?.[claim];
        if (typeof subject === 'string' && subject !== '') return ok(subject);
        return refuse('统一身份认证没有给出约定的人员标识，请联系系统管理员核对配置');
      } catch {
        return refuse('统一身份认证没有通过，请重新登录；一直这样，请联系系统管理员');
      }
    },
  };
}
