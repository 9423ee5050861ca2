import { useMemo } from 'react';
import { useKept } from '../accounts/use-kept';

type Sent<I> = I & { readonly idempotencyKey: string };

/** A random key. `randomUUID` is missing where the page is not served over https, e.g. in a home network. */
function randomKey(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  return Array.from((crypto as Crypto).getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}

/**
 * What a person wants done, from the press until there is an answer. The same input keeps its key, however often it is
 * sent and whatever is closed or reloaded in between, so that pressing again after a lost answer does nothing twice.
 */
export function useIntent<I extends object>(name: string) {
  const kept = useKept<Sent<I>>(`intent/${name}`, ({ idempotencyKey }) => typeof idempotencyKey === 'string');
  return useMemo(
    () => ({
      /** The input as it is to be sent. */
      send(input: I): Sent<I> {
        const before = kept.read();
        const same = before && { ...input, idempotencyKey: before.idempotencyKey };
        if (same && JSON.stringify(same) === JSON.stringify(before)) return same;
        const sent = { ...input, idempotencyKey: randomKey() };
        kept.write(sent);
        return sent;
      },
      /** What was sent and not answered. */
      unanswered: (): Sent<I> | undefined => kept.read(),
      answered: (): void => kept.drop(),
    }),
    [kept],
  );
}
