import { OwnActs } from './own-acts';

describe('own acts', () => {
  it('knows a change as own while the answer is under way and, by its cursor, ever after', () => {
    const acts = new OwnActs();
    const answered = acts.begin('item-1');
    expect(acts.includes('cursor-1', 'item-1')).toBe(true);
    answered('cursor-1');
    expect(acts.includes('cursor-1', 'item-1')).toBe(true);
    expect(acts.includes('cursor-2', 'item-1')).toBe(false);
  });

  it('does not take changes of other items for own', () => {
    const acts = new OwnActs();
    acts.begin('item-1');
    expect(acts.includes('cursor-1', 'item-2')).toBe(false);
    expect(acts.includes('cursor-1', undefined)).toBe(false);
  });
});
