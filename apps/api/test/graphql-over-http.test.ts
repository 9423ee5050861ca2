import { serverAudits } from 'graphql-http';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';

const [[, create]] = databases as [(typeof databases)[number]];

let api: TestApi;
let url: string;

beforeAll(async () => {
  api = await TestApi.start(create);
  url = `http://${await api.address()}/graphql`;
});

afterAll(() => api.stop());

/** What is recommended or allowed by GraphQL over HTTP and not done. All else is. */
const NOT_DONE: Readonly<Record<string, string>> = {
  '5A70': 'A browser sends GET to other sites unasked: against CSRF, a header is wanted that the audit does not send.',
  D6D5: 'The same.',
  '6A70': 'The same.',
  '572B': 'Apollo Server answers what cannot be parsed with 400, also to application/json; proxies and logs see it so.',
  FDE2: 'The same of what does not fit the schema.',
  '7B9B': 'The same of variables that do not fit.',
};

test.each(serverAudits({ url: () => url, fetchFn: fetch }).map((audit) => [audit.name, audit] as const))(
  '%s',
  async (_name, audit) => {
    const result = await audit.fn();
    if (audit.id in NOT_DONE) expect(result.status).toMatch(/warn|notice/);
    else
      expect({ status: result.status, reason: 'reason' in result ? result.reason : '' }).toEqual({
        status: 'ok',
        reason: '',
      });
  },
);
