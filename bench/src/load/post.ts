import { Agent, request } from 'node:http';
import type { HttpRequest } from './request.js';

/** How many requests are under way at a time; more wait for their turn. */
const AT_ONCE = 64;

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

/** Sends a request, and returns what is answered. Fails if that is no success. */
export function post(url: string, { path, headers, body, method }: HttpRequest): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { agent, method, headers }, async (answer) => {
      let text = '';
      for await (const part of answer.setEncoding('utf8')) text += part;
      if (answer.statusCode === 200) resolve(text);
      else reject(new Error(`${answer.statusCode} ${text}`));
    });
    sent.on('error', reject).end(body);
  });
}
