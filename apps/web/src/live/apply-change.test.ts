import { createCache } from '../app/apollo-client';
import type { FragmentType } from '../gql/fragment-masking';
import { ItemRowFragmentDoc, OrderCardFragmentDoc } from '../gql/graphql';
import { anItem, anOrder } from '../test/facts';
import { applyServerWord } from './apply-change';

type Word = Parameters<typeof applyServerWord>[1];

function word(item: ReturnType<typeof anItem>, order?: ReturnType<typeof anOrder>): Word {
  return { item: item as { id: string } & FragmentType<typeof ItemRowFragmentDoc>, order: order as Word['order'] };
}

function cached(cache: ReturnType<typeof createCache>) {
  return {
    item: cache.readFragment({ id: 'Item:item-1', fragment: ItemRowFragmentDoc, fragmentName: 'ItemRow' }),
    order: cache.readFragment({ id: 'Order:order-1', fragment: OrderCardFragmentDoc, fragmentName: 'OrderCard' }),
  };
}

describe('what the server says of an item', () => {
  it('is written with what it did to the order', () => {
    const cache = createCache();
    const isNews = applyServerWord(cache, word(anItem({ status: 'OOS' }), anOrder({ attentionCount: 1 })));
    expect(isNews).toBe(true);
    expect(cached(cache).item?.status).toBe('OOS');
    expect(cached(cache).order?.attentionCount).toBe(1);
  });

  it('changes nothing when a later revision is known, for it was overtaken on the way', () => {
    const cache = createCache();
    applyServerWord(cache, word(anItem({ revision: 3, status: 'PENDING' }), anOrder({ attentionCount: 0 })));
    const isNews = applyServerWord(cache, word(anItem({ revision: 2, status: 'OOS' }), anOrder({ attentionCount: 1 })));
    expect(isNews).toBe(false);
    expect(cached(cache).item?.status).toBe('PENDING');
    expect(cached(cache).order?.attentionCount).toBe(0);
  });

  it('takes evidence away together with the status it belonged to', () => {
    const cache = createCache();
    const evidence = {
      availableQuantity: 3,
      minimumQuantity: null,
      currentUnitPrice: null,
      availableSpecifications: null,
      note: null,
    };
    applyServerWord(cache, word(anItem({ revision: 1, evidence })));
    applyServerWord(cache, word(anItem({ revision: 2, evidence: null })));
    expect(cached(cache).item?.evidence).toBeNull();
  });
});
