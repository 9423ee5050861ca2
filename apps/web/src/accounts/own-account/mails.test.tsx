import { screen, waitFor, within } from '@testing-library/react';
import { aViewer, MAIL_SETTINGS } from '../../test/facts';
import { unreachable } from '../../test/fake-server';
import { openPage } from '../../test/render-app';

type Answers = Parameters<typeof openPage>[1];

function openMails(answers: Answers = {}, viewer = aViewer(), path = '/account') {
  const { id, email } = viewer;
  let mailSettings: object = MAIL_SETTINGS;
  return openPage(
    { viewer },
    {
      ownAccount: () => ({ viewer: { __typename: 'Account', id, email, mailSettings, sessions: [] } }),
      changeMailSettings: ({ input }) => {
        mailSettings = { __typename: 'MailSettings', ...input };
        return { changeMailSettings: { __typename: 'ChangeMailSettingsSuccess', mailSettings } };
      },
      signIn: () => ({ signIn: { __typename: 'SignInSuccess', account: viewer } }),
      ...answers,
    },
    path,
  );
}
const theSection = async () => within(await screen.findByRole('region', { name: 'Mails' }));

describe('choosing mails', () => {
  it('shows what holds, each way with a sentence', async () => {
    openMails();
    const section = await theSection();
    const ways = within(section.getByRole('radiogroup', { name: 'Mails about your orders' })).getAllByRole('radio');
    expect(ways).toHaveLength(4);
    for (const way of ways) expect(way).toHaveAccessibleDescription(/\.$/);
    expect(section.getByRole('radio', { name: 'Gathered' })).toBeChecked();
    expect(section.getByRole('radio', { name: 'English' })).toBeChecked();
  });

  it('saves by the button and not before, and says so', async () => {
    const { server, user } = openMails();
    const section = await theSection();
    await user.click(section.getByRole('radio', { name: 'Once a day' }));
    await user.click(section.getByRole('radio', { name: '简体中文' }));
    expect(server.inputsOf('ChangeMailSettings')).toEqual([]);
    await user.click(section.getByRole('button', { name: 'Save mail settings' }));
    expect(await section.findByText('Saved.')).toHaveAttribute('role', 'status');
    expect(server.inputsOf('ChangeMailSettings')).toEqual([{ orderMails: 'DAILY', language: 'ZH_HANS' }]);
    expect(section.getByRole('radio', { name: 'Once a day' })).toBeChecked();
    await user.click(section.getByRole('radio', { name: 'None' }));
    expect(section.queryByText('Saved.')).not.toBeInTheDocument();
  });

  it('goes by the keyboard alone', async () => {
    const { server, user } = openMails();
    const section = await theSection();
    section.getByRole('radio', { name: 'Gathered' }).focus();
    await user.keyboard('{ArrowUp}');
    expect(section.getByRole('radio', { name: 'At once' })).toBeChecked();
    await user.keyboard('{Enter}');
    await section.findByText('Saved.');
    expect(server.inputsOf('ChangeMailSettings')).toEqual([{ orderMails: 'AT_ONCE', language: 'EN' }]);
  });

  it('keeps the choice where the server is not reached', async () => {
    const { server, user } = openMails({ changeMailSettings: unreachable });
    const section = await theSection();
    await user.click(section.getByRole('radio', { name: 'None' }));
    await user.click(section.getByRole('button', { name: 'Save mail settings' }));
    expect(await section.findByRole('alert')).toHaveTextContent('could not reach the server');
    expect(section.getByRole('radio', { name: 'None' })).toBeChecked();
    expect(section.queryByText('Saved.')).not.toBeInTheDocument();
    expect(server.inputsOf('ChangeMailSettings')).toHaveLength(1);
  });

  it('leaves operators the language, and what was said of orders as it is', async () => {
    const { server, user } = openMails({}, aViewer('OPERATOR'));
    const section = await theSection();
    expect(section.queryByRole('radiogroup', { name: 'Mails about your orders' })).not.toBeInTheDocument();
    await user.click(section.getByRole('radio', { name: '简体中文' }));
    await user.click(section.getByRole('button', { name: 'Save mail settings' }));
    await section.findByText('Saved.');
    expect(server.inputsOf('ChangeMailSettings')).toEqual([{ orderMails: 'DIGEST', language: 'ZH_HANS' }]);
  });

  it('is where the link of a mail leads, also by way of the sign-in', async () => {
    const { user } = openMails({ session: () => ({ viewer: null }) }, aViewer(), '/account#mails');
    await user.type(await screen.findByLabelText('Email'), 'bea@demo.example');
    await user.type(screen.getByLabelText('Password'), 'secret{Enter}');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Mails' })).toHaveFocus());
    expect(window.location.hash).toBe('#mails');
  });

  it('says when it could not be loaded, and tries again', async () => {
    let fails = 1;
    const { user } = openMails({
      ownAccount: () =>
        fails-- > 0
          ? unreachable()
          : {
              viewer: {
                __typename: 'Account',
                id: 'account-BUYER',
                email: '',
                mailSettings: MAIL_SETTINGS,
                sessions: [],
              },
            },
    });
    expect(await screen.findByText(/^Your mail settings .* could not be loaded$/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await theSection();
  });
});
