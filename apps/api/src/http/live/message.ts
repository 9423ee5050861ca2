const TAIL = Buffer.from('}');

/** An answer on its way to many listeners, each of whom is to be told of it by the id of their own operation. */
export class Message {
  private id: string | undefined;
  private bytes = Buffer.alloc(0);

  /** @param answer in JSON */
  constructor(private readonly answer: Buffer) {}

  /** As graphql-ws wants it sent. Pages name their operations alike, so what one was sent mostly does for the next. */
  to(id: string): Buffer {
    if (id !== this.id) {
      this.id = id;
      const head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
      this.bytes = Buffer.concat([head, this.answer, TAIL]);
    }
    return this.bytes;
  }
}
