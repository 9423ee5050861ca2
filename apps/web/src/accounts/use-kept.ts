import { useMemo } from 'react';
import { sessionStore } from '../ui/session-store';
import { useViewer } from './session';

export interface Kept<T> {
  read(): T | undefined;
  write(value: T): void;
  drop(): void;
}

/**
 * Something of the viewer's that outlives a reload and being sent to sign in, until they sign out.
 * @param isWhole whether what was found can be used: an earlier release may have left it
 */
export function useKept<T>(name: string, isWhole: (found: Partial<T>) => boolean): Kept<T> {
  const viewer = useViewer();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a check is the same however often it is written down
  return useMemo(() => {
    const key = `${viewer.id}/${name}`;
    return {
      read() {
        const found = sessionStore.read(key) as Partial<T> | null | undefined;
        return found && typeof found === 'object' && isWhole(found) ? (found as T) : undefined;
      },
      write: (value) => sessionStore.write(key, value),
      drop: () => sessionStore.drop(key),
    };
  }, [viewer.id, name]);
}
