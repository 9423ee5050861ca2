import type { Ask } from '../load/job.js';
import { post } from '../load/post.js';
import { httpRequest } from '../load/request.js';
import type { Answering } from '../machine/server.js';

/** What stands in `data` of an answer, byte by byte. */
export async function dataOf({ url }: Answering, document: string, ask: Ask): Promise<string> {
  const text = await post(url, httpRequest(document, ask));
  const data = JSON.stringify((JSON.parse(text) as { data: unknown }).data);
  if (!text.includes(`"data":${data}`)) throw new Error(`not written as JSON.stringify does:\n${text.slice(0, 500)}`);
  return data;
}

/** Fails unless two answer some requests with the same bytes. */
export function expectSame(one: string, other: string): void {
  if (one === other) return;
  let place = 0;
  while (one[place] === other[place]) place += 1;
  const around = (text: string) => text.slice(Math.max(0, place - 100), place + 100);
  throw new Error(`server and limit differ in:\n${around(one)}\n${around(other)}`);
}
