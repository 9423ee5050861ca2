import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { problemMessage } from '@oops/item-status';
import { type FocusEvent, type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { failureWord } from '../../ui/failures';
import type { FieldKind } from './field-kinds';

/** What the members of the result unions carry. A success has no code. */
interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly violations?: readonly { readonly field: string; readonly message: string }[];
}

type ResultOf<TData> = TData extends unknown ? Extract<TData[keyof TData], { readonly __typename: string }> : never;
type SuccessOf<TData> = Exclude<ResultOf<TData>, { readonly code: string }>;

interface AccountFormOptions<Field extends string, TData, TInput> {
  readonly mutation: TypedDocumentNode<TData, { input: TInput }>;
  /** Fields in the order in which they stand. */
  readonly fields: Readonly<Record<Field, FieldKind>>;
  /** Refusals that are about one field, and which. */
  readonly refusedAt?: Readonly<Record<string, NoInfer<Field>>>;
  readonly toInput: (values: Record<Field, string>) => TInput;
  readonly onDone: (success: SuccessOf<TData>) => void;
}

/** What was refused as a whole: the type that the server named, if it was the server, and the words. */
export interface Refusal {
  readonly type?: string;
  readonly text: string;
}

/**
 * A form that sends one mutation: what is typed, what is wrong with it, why it was refused, and whether it is on its way.
 * What was typed stays whatever comes, until `clear`; it is kept in memory only.
 */
export function useAccountForm<Field extends string, TData, TInput>(options: AccountFormOptions<Field, TData, TInput>) {
  const { mutation, fields, refusedAt = {}, toInput, onDone } = options;
  const names = Object.keys(fields) as Field[];
  const common = useTranslations('common');
  const client = useApolloClient();
  const element = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
  const [visited, setVisited] = useState<ReadonlySet<Field>>(new Set());
  const [found, setFound] = useState<Partial<Record<Field, string>>>({});
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ field: Field }>();
  useEffect(() => {
    // After the words are there, so that a screen reader reads them with the field.
    const input = wrong && element.current?.elements.namedItem(wrong.field);
    if (input instanceof HTMLElement) input.focus();
  }, [wrong]);

  const textOf = (field: Field) => (fields[field].trim ? (typed[field] ?? '').trim() : (typed[field] ?? ''));

  function errorOf(field: Field): string | undefined {
    const problem = visited.has(field) ? fields[field].check(textOf(field)) : undefined;
    return found[field] ?? (problem && problemMessage(problem));
  }

  function refuse({ __typename: type, message: text = '', violations }: Answer): void {
    const at = refusedAt[type];
    const all = at ? [{ field: at, message: text }] : (violations ?? []);
    const isOurs = ({ field }: { field: string }) => (names as string[]).includes(field);
    setFound(Object.fromEntries(all.filter(isOurs).map(({ field, message }) => [field, message])) as typeof found);
    const first = names.find((name) => all.some(({ field }) => field === name));
    if (first) setWrong({ field: first });
    const others = all.filter((one) => !isOurs(one)).map(({ message }) => message);
    if (all.length === 0 || others.length > 0) setRefusal({ type, text: others.join(' ') || text });
  }

  async function send(values: Record<Field, string>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setRefusal(undefined);
    setFound({});
    try {
      const variables = { input: toInput(values) } as never;
      // Nothing of this belongs into the cache: who is signed in is written there by name.
      const { data } = await client.mutate<TData>({ mutation: mutation as never, variables, fetchPolicy: 'no-cache' });
      const answer = Object.values(data as object).find((value) => typeof value === 'object') as Answer;
      if (answer.code === undefined) onDone(answer as SuccessOf<TData>);
      else refuse(answer);
    } catch (error) {
      setRefusal({ text: common(failureWord(error)) });
    } finally {
      setBusy(false);
    }
  }

  return {
    element,
    refusal,
    busy,
    send,
    /** Spread over the input of the field. */
    field: (field: Field) => ({
      name: field,
      value: typed[field] ?? '',
      error: errorOf(field),
      onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => {
        setTyped((before) => ({ ...before, [field]: value }));
        setFound((before) => ({ ...before, [field]: undefined }));
      },
      onBlur: (event: FocusEvent<HTMLInputElement>) => {
        // Whoever only passes through has made no mistake yet.
        if (event.currentTarget.value !== '') setVisited((before) => new Set(before).add(field));
      },
    }),
    submit(event: FormEvent) {
      event.preventDefault();
      const invalid = names.find((name) => fields[name].check(textOf(name)));
      setVisited(new Set(names));
      if (invalid) setWrong({ field: invalid });
      else void send(Object.fromEntries(names.map((name) => [name, textOf(name)])) as Record<Field, string>);
    },
    clear() {
      setTyped({});
      setVisited(new Set());
    },
  };
}
