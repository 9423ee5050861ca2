const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) { __typename ... on UserError { message } }
}`;

/** A signed-in client of the public API. */
export class GraphqlSession {
  private constructor(
    private readonly url: string,
    private cookie: string,
  ) {}

  /** Signs in, or fails with what the server says. */
  static async signIn(url: string, email: string, password: string): Promise<GraphqlSession> {
    const session = new GraphqlSession(`${url}/graphql`, '');
    const { response, data } = await session.post<{ signIn: { message?: string } }>(SIGN_IN, {
      input: { email, password },
    });
    if (data.signIn.message) throw new Error(data.signIn.message);
    session.cookie = response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
    return session;
  }

  async send<T>(query: string, variables: object = {}): Promise<T> {
    return (await this.post<T>(query, variables)).data;
  }

  private async post<T>(query: string, variables: object): Promise<{ response: Response; data: T }> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.cookie },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: T; errors?: Array<{ message: string }> };
    if (!data || errors) throw new Error(errors?.map(({ message }) => message).join(' ') ?? `HTTP ${response.status}`);
    return { response, data };
  }
}
