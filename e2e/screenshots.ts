import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Api } from './testkit/api.js';
import { launchBrowser } from './testkit/browser.js';
import { freshSqlite } from './testkit/databases.js';
import { ROOT } from './testkit/root.js';
import { Server } from './testkit/server.js';
import { Visitor, type VisitorOptions } from './testkit/visitor.js';

// Makes the pictures of the documentation from a fresh demo. The machine needs a font with Chinese characters, such as
// Debian's fonts-noto-cjk, for the names of half of the sellers.

const PICTURES: Array<[name: string, VisitorOptions]> = [
  ['my-orders', { width: 1280, height: 1000 }],
  ['my-orders-phone', { width: 360, height: 740, touch: true }],
];

async function takePicture(visitor: Visitor, name: string): Promise<void> {
  const path = join(folder, `${name}.png`);
  await visitor.page.screenshot({ path, animations: 'disabled' });
  await visitor.leave();
  console.log(`${path}: ${Math.round((await stat(path)).size / 1000)} kB`);
}

const folder = join(ROOT, 'docs/images');
const database = await freshSqlite();
const [server, browser] = await Promise.all([
  Server.start(database.url, { MAIL_DIGEST_QUIET_SECONDS: '1' }),
  launchBrowser(),
]);
try {
  await mkdir(folder, { recursive: true });
  const buyer = await Api.signIn(server, 'buyer@demo.example');
  const { number } = await buyer.orderWith('Oak Serving Board');
  for (const [name, options] of PICTURES) {
    const visitor = await Visitor.arrive(browser, server.url, options);
    await visitor.context.addCookies(buyer.cookies());
    await visitor.goTo('/');
    await visitor.order(number).expand();
    await visitor.page.mouse.move(0, 0);
    await takePicture(visitor, name);
  }
  const mail = await server.mailTo('buyer@demo.example', new RegExp(number));
  const reader = await Visitor.arrive(browser, server.url, { width: 640, height: 760 });
  await reader.page.setContent(mail.html);
  await takePicture(reader, 'mail');
} finally {
  await browser.close();
  await server.stop();
  await database.drop();
}
