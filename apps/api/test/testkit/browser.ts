import type { TestApi } from './api.js';
import { Person } from './person.js';

interface SessionView {
  readonly id: string;
  readonly userAgent: string;
  readonly address: string;
  readonly lastUsedAt: string;
  readonly isCurrent: boolean;
}

export interface AccountView {
  readonly email: string;
  readonly name: string;
  readonly sessions: readonly SessionView[];
}

interface Outcome {
  readonly __typename: string;
  readonly [field: string]: unknown;
}

const ACCOUNT = 'id name email role sessions { id userAgent address lastUsedAt isCurrent }';

const INVALID = '... on InvalidInput { violations { field message } }';
const TOO_MANY = '... on TooManyAttempts { retryAfterSeconds }';

/** What is asked of each answer beyond the code of an error. */
const FIELDS = {
  signIn: `${INVALID} ${TOO_MANY} ... on SignInSuccess { account { ${ACCOUNT} } }`,
  requestSignUp: `${INVALID} ${TOO_MANY} ... on RequestSignUpSuccess { email }`,
  signUp: `${INVALID} ... on SignUpSuccess { account { ${ACCOUNT} } }`,
  requestPasswordReset: `${INVALID} ${TOO_MANY} ... on RequestPasswordResetSuccess { email }`,
  resetPassword: `${INVALID} ... on ResetPasswordSuccess { account { ${ACCOUNT} } }`,
  changePassword: `${INVALID} ${TOO_MANY} ... on ChangePasswordSuccess { account { id } }`,
  requestEmailChange: `${INVALID} ${TOO_MANY} ... on RequestEmailChangeSuccess { email }`,
  confirmEmailChange: '... on ConfirmEmailChangeSuccess { email }',
  unsubscribe: '... on UnsubscribeSuccess { orderMails }',
  endSession: '... on EndSessionSuccess { id }',
};

/** A browser at some address: it keeps the cookies that it is given. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly api: TestApi,
    readonly address = '192.0.2.1',
    private readonly userAgent = 'Browser/1.0',
  ) {}

  /** Whoever is signed in here, as the other tests know them. */
  get person(): Person {
    return new Person(this.api.app, '', this.cookieHeader);
  }

  /** Calls a mutation about accounts and returns which member of its union came back. */
  async calls(mutation: keyof typeof FIELDS, input: object): Promise<Outcome> {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) {
      ${mutation}(input: $input) { __typename ... on UserError { code message } ${FIELDS[mutation]} }
    }`;
    const response = await this.api.app.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress: this.address,
      headers: { 'user-agent': this.userAgent, ...(this.cookieHeader && { cookie: this.cookieHeader }) },
      payload: { query, variables: { input } },
    });
    for (const { name, value } of response.cookies) this.cookies.set(name, value);
    const { data, errors: failures } = response.json();
    if (!data?.[mutation]) throw new Error(JSON.stringify(failures));
    return data[mutation];
  }

  /** Who is signed in here, as they see themselves; null for nobody. */
  async viewer(): Promise<AccountView | null> {
    return (await this.person.reads<{ viewer: AccountView | null }>(`{ viewer { ${ACCOUNT} } }`)).viewer;
  }

  private get cookieHeader(): string | undefined {
    const all = [...this.cookies].filter(([, value]) => value !== '').map(([name, value]) => `${name}=${value}`);
    return all.length > 0 ? all.join('; ') : undefined;
  }
}
