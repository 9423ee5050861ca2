import { cleanup, screen, within } from '@testing-library/react';
import { unreachable } from '../../test/fake-server';
import { openPage } from '../../test/render-app';

const SECRET = `oops_live_${'a'.repeat(42)}`;

const aKey = (facts: object = {}) => ({
  __typename: 'ApiKey',
  id: 'key-1',
  name: 'Till',
  prefix: 'oops_live_AbCdEf',
  scopes: ['ORDERS_READ'],
  createdAt: '2026-03-01T08:00:00.000Z',
  expiresAt: null,
  lastUsedAt: null,
  ...facts,
});
const listOf = (...apiKeys: object[]) => ({
  viewer: { __typename: 'Account', id: 'account-BUYER', apiKeys },
});
const made = { createApiKey: { __typename: 'CreateApiKeySuccess', secret: SECRET, apiKey: { id: 'key-2' } } };

describe('the page of the API keys', () => {
  it('is reached from the account menu', async () => {
    const { user } = openPage({}, { apiKeys: () => listOf() });
    await user.click(await screen.findByRole('button', { name: /^Account of/ }));
    await user.click(screen.getByRole('menuitem', { name: 'API keys' }));
    expect(await screen.findByRole('heading', { name: 'API keys' })).toBeInTheDocument();
    expect(await screen.findByText('You have no keys.')).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'My Orders' })).toHaveAttribute('aria-selected', 'false');
  });

  it('says of each key what people tell it by', async () => {
    const old = aKey({
      id: 'key-0',
      name: 'Old',
      scopes: ['ORDERS_READ', 'ORDERS_WRITE'],
      expiresAt: '2026-03-02T08:00:00.000Z',
    });
    openPage({}, { apiKeys: () => listOf(aKey({ lastUsedAt: '2026-03-05T10:30:00.000Z' }), old) }, '/keys');
    const [till, expired] = await screen.findAllByRole('listitem');
    expect(till).toHaveTextContent(/Till.*oops_live_AbCdEf….*Read orders.*last used 5 Mar 2026.*does not expire/);
    expect(expired).toHaveTextContent(/Old.*Expired.*Read orders.*Change orders.*never used.*expired 2 Mar 2026/);
  });

  it('makes a key, shows it once, and copies it', async () => {
    const { server, user } = openPage({}, { apiKeys: () => listOf(), createApiKey: () => made }, '/keys');
    await user.type(await screen.findByLabelText('Name'), 'Till');
    await user.click(screen.getByLabelText('Change orders'));
    await user.selectOptions(screen.getByLabelText('Works for'), '30 days');
    await user.click(screen.getByRole('button', { name: 'Make key' }));
    expect(await screen.findByLabelText('Key')).toHaveValue(SECRET);
    expect(server.inputsOf('CreateApiKey')).toEqual([{ name: 'Till', scopes: ['ORDERS_READ'], expiresInDays: 30 }]);
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('Copied')).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toBe(SECRET);
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(screen.queryByDisplayValue(SECRET)).not.toBeInTheDocument();
    expect(screen.getByLabelText('Name')).toHaveValue('');
  });

  it('has what was filled in after a reload', async () => {
    const open = () => openPage({}, { apiKeys: () => listOf(), createApiKey: () => made }, '/keys');
    const before = open();
    await before.user.type(await screen.findByLabelText('Name'), 'Till');
    await before.user.click(screen.getByLabelText('Change orders'));
    cleanup();
    const { server, user } = open();
    expect(await screen.findByLabelText('Name')).toHaveValue('Till');
    await user.click(screen.getByRole('button', { name: 'Make key' }));
    await screen.findByLabelText('Key');
    expect(server.inputsOf('CreateApiKey')).toEqual([{ name: 'Till', scopes: ['ORDERS_READ'], expiresInDays: 90 }]);
    cleanup();
    open();
    expect(await screen.findByLabelText('Name')).toHaveValue('');
  });

  it('puts what the server found at the field, and keeps what was typed', async () => {
    const violations = [{ __typename: 'FieldViolation', field: 'scopes', message: 'Please fill this in.' }];
    const refusal = { __typename: 'InvalidInput', code: 'INVALID_INPUT', message: 'Invalid', violations };
    const { user } = openPage(
      {},
      { apiKeys: () => listOf(), createApiKey: () => ({ createApiKey: refusal }) },
      '/keys',
    );
    await user.type(await screen.findByLabelText('Name'), 'Till{Enter}');
    expect(await screen.findByText('Please fill this in.')).toBeInTheDocument();
    expect(screen.getByLabelText('Name')).toHaveValue('Till');
  });

  it('revokes a key after asking', async () => {
    let keys = [aKey()];
    const { server, user } = openPage(
      {},
      {
        apiKeys: () => listOf(...keys),
        revokeApiKey: () => {
          keys = [];
          return { revokeApiKey: { __typename: 'RevokeApiKeySuccess' } };
        },
      },
      '/keys',
    );
    await user.click(await screen.findByRole('button', { name: 'Revoke Till' }));
    const dialog = await screen.findByRole('dialog', { name: 'Revoke Till?' });
    expect(server.inputsOf('RevokeApiKey')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Revoke' }));
    expect(await screen.findByText('You have no keys.')).toBeInTheDocument();
    expect(server.inputsOf('RevokeApiKey')).toEqual([{ id: 'key-1' }]);
  });

  it('says why nothing was revoked', async () => {
    const { user } = openPage({}, { apiKeys: () => listOf(aKey()), revokeApiKey: unreachable }, '/keys');
    await user.click(await screen.findByRole('button', { name: 'Revoke Till' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Revoke' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('could not reach the server');
  });
});
