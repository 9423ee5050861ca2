import { useFormats } from './formats';

export function Time({ at }: { at: string }) {
  return <time dateTime={at}>{useFormats().dateTime(at)}</time>;
}
