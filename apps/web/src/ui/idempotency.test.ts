import { SubmissionKeys } from './idempotency';

describe('the key of a submission', () => {
  it('stays for the same content until there is an answer', () => {
    const keys = new SubmissionKeys();
    const first = keys.keyFor({ quantity: 1 });
    expect(keys.keyFor({ quantity: 1 })).toBe(first);
    keys.answered();
    expect(keys.keyFor({ quantity: 1 })).not.toBe(first);
  });

  it('changes with the content', () => {
    const keys = new SubmissionKeys();
    expect(keys.keyFor({ quantity: 1 })).not.toBe(keys.keyFor({ quantity: 2 }));
  });
});
