import { screen, within } from '@testing-library/react';
import { aViewer } from '../test/facts';
import { unreachable } from '../test/fake-server';
import { openPage } from '../test/render-app';

const operator = aViewer('OPERATOR');
const aMail = (facts: object = {}) => ({
  __typename: 'Mail',
  id: 'mail-1',
  kind: 'ORDER_REPORTS',
  state: 'SENT',
  to: 'bea@shop.example',
  subject: '2 items of order 7K3M-Q9TX need you',
  createdAt: '2026-03-01T08:00:00.000Z',
  attempts: 1,
  nextAttemptAt: null,
  sentAt: '2026-03-01T08:00:01.000Z',
  answer: '250 taken',
  changes: [1, 2].map((at) => ({
    __typename: 'Change',
    cursor: `change-${at}`,
    order: { __typename: 'Order', id: 'order-1', number: '7K3M-Q9TX' },
  })),
  ...facts,
});
const refused = aMail({ id: 'mail-2', state: 'REFUSED', sentAt: null, answer: '550 no such person', attempts: 1 });
const waiting = aMail({
  id: 'mail-3',
  kind: 'PASSWORD_RESET',
  state: 'WAITING',
  to: null,
  subject: null,
  attempts: 0,
  sentAt: null,
  nextAttemptAt: '2026-03-01T08:00:00.000Z',
  answer: null,
  changes: [],
});
const pageOf = (mails: object[], endCursor: string | null = null) => ({
  mails: {
    __typename: 'MailConnection',
    edges: mails.map((node, at) => ({ __typename: 'MailEdge', cursor: `edge-${at}`, node })),
    pageInfo: { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor },
  },
});
const open = (answers: NonNullable<Parameters<typeof openPage>[1]>, path = '/mails') =>
  openPage({ viewer: operator }, answers, path);

describe('the delivery log', () => {
  it('is reached by operators from the account menu, and by nobody else', async () => {
    const { user } = open({ mails: () => pageOf([]) }, '/');
    await user.click(await screen.findByRole('button', { name: /^Account of/ }));
    await user.click(screen.getByRole('menuitem', { name: 'Mails' }));
    expect(await screen.findByRole('heading', { name: 'Mails' })).toBeInTheDocument();
    expect(await screen.findByText('There are no such mails.')).toBeInTheDocument();
  });

  it('is not in the menu of buyers', async () => {
    const { user } = openPage({}, {});
    await user.click(await screen.findByRole('button', { name: /^Account of/ }));
    expect(screen.queryByRole('menuitem', { name: 'Mails' })).not.toBeInTheDocument();
  });

  it('says of each mail to whom, about which order, and what has become of it', async () => {
    open({ mails: () => pageOf([aMail(), refused, waiting]) });
    const [sent, gone, next] = await screen.findAllByRole('listitem');
    expect(sent).toHaveTextContent(
      /^Sent2 items of order 7K3M-Q9TX need you.*bea@shop\.example.*sent 1 Mar 2026.*tried once/,
    );
    expect(sent).not.toHaveTextContent('250 taken');
    expect(within(sent as HTMLElement).getByRole('link', { name: 'Order 7K3M-Q9TX' })).toHaveAttribute(
      'href',
      '/orders/order-1',
    );
    expect(gone).toHaveTextContent(/^Refused.*Mail server: 550 no such person/);
    expect(next).toHaveTextContent(/^On the wayForgotten password.*to the address of the account.*not tried yet/);
  });

  it('shows only what was not delivered', async () => {
    const { server, user } = open({
      mails: ({ filter }) => pageOf(filter ? [refused] : [aMail(), refused]),
    });
    expect(await screen.findAllByRole('listitem')).toHaveLength(2);
    await user.click(screen.getByRole('radio', { name: 'Not delivered' }));
    expect(await screen.findByText(/550 no such person/)).toBeInTheDocument();
    expect(server.variablesOf('Mails').at(-1)).toMatchObject({ filter: { states: ['REFUSED', 'GIVEN_UP'] } });
  });

  it('goes on to older ones', async () => {
    const { server, user } = open({
      mails: ({ after }) => (after ? pageOf([refused]) : pageOf([aMail()], 'edge-0')),
    });
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(await screen.findByText(/550 no such person/)).toBeInTheDocument();
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(server.variablesOf('Mails').at(-1)).toMatchObject({ after: 'edge-0' });
  });

  it('says when it could not be loaded, and tries again', async () => {
    let isDown = true;
    const { user } = open({ mails: () => (isDown ? unreachable() : pageOf([aMail()])) });
    expect(await screen.findByRole('alert')).toHaveTextContent('The mails could not be loaded');
    isDown = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findAllByRole('listitem')).toHaveLength(1);
  });
});
