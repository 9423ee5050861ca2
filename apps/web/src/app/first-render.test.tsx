import { ApolloLink } from '@apollo/client';
import { jest } from '@jest/globals';
import { act, render, screen, waitFor } from '@testing-library/react';
import { OperationTypeNode } from 'graphql';
import { NEVER } from 'rxjs';
import { anOrder, aViewer } from '../test/facts';
import { ordersPage } from '../test/render-app';
import { createApolloClient, createHttpTransport } from './apollo-client';
import { App } from './app';
import { askEarly } from './early-answers';
import { firstQuestions } from './first-questions';
import { FirstRender, readFirst } from './first-render';
import { Providers } from './providers';

const ANSWERS = { Session: { viewer: aViewer() }, Orders: ordersPage([anOrder()]) };

/** What goes over the wire, told by the names of the operations; each answer may fail to come, or be a refusal. */
function wire(fails: (attempt: number) => boolean = () => false, refuses: (attempt: number) => boolean = () => false) {
  const asked: string[] = [];
  window.fetch = jest.fn<typeof fetch>(async (_, init) => {
    const { operationName } = JSON.parse(String(init?.body));
    asked.push(operationName);
    if (fails(asked.length)) throw new TypeError('Failed to fetch');
    const refusal = { data: null, errors: [{ message: 'Wait.', extensions: { code: 'THROTTLED' } }] };
    const body = JSON.stringify(
      refuses(asked.length) ? refusal : { data: ANSWERS[operationName as keyof typeof ANSWERS] },
    );
    const headers = new Headers({ 'content-type': 'application/json' });
    return { ok: true, status: 200, headers, text: async () => body } as Response;
  });
  return asked;
}

const isSubscription = ({ operationType }: ApolloLink.Operation) => operationType === OperationTypeNode.SUBSCRIPTION;

/** As main.tsx does it, but for the live changes. */
async function openPage() {
  askEarly(firstQuestions(window.location));
  const client = createApolloClient(
    ApolloLink.split(isSubscription, new ApolloLink(() => NEVER), createHttpTransport()),
  );
  await readFirst(client);
  render(
    <FirstRender client={client}>
      <Providers client={client} env="test">
        <App />
      </Providers>
    </FirstRender>,
  );
  return client;
}

const order = { name: /AB12-CD34/ };

describe('the first page', () => {
  it('is there at once, and was asked for once', async () => {
    const asked = wire();
    await openPage();
    expect(screen.getByRole('button', order)).toBeInTheDocument();
    expect(asked).toEqual(['Session', 'Orders']);
  });

  it('does not ask for orders before it knows where the feed of changes ended', async () => {
    const asked = wire();
    let answer = (_: Response) => {};
    const answered = window.fetch;
    window.fetch = jest.fn<typeof fetch>((input, init) => {
      const reply = answered(input, init);
      if (asked.at(-1) !== 'Session') return reply;
      return new Promise((resolve) => {
        answer = async () => resolve(await reply);
      });
    });
    askEarly(firstQuestions(window.location));
    await act(async () => {});
    expect(asked).toEqual(['Session']);
    await act(async () => answer({} as Response));
    await waitFor(() => expect(asked).toEqual(['Session', 'Orders']));
  });

  it('asks the server again for whatever is read later', async () => {
    const asked = wire();
    const client = await openPage();
    await act(() => client.refetchQueries({ include: ['Orders'] }));
    expect(asked).toEqual(['Session', 'Orders', 'Orders']);
  });

  it('asks again for what did not come early', async () => {
    const asked = wire((attempt) => attempt === 1);
    await openPage();
    await screen.findByRole('button', order);
    expect(asked).toEqual(['Session', 'Session', 'Orders']);
  });

  it('reads orders again after it knows where the feed ends, where it did not know at first', async () => {
    const asked = wire(undefined, (attempt) => attempt === 1);
    await openPage();
    await screen.findByRole('button', order);
    expect(asked).toEqual(['Session', 'Orders', 'Session', 'Orders']);
  });
});
