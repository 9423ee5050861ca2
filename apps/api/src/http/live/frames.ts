/** One answer as the message `next` of the protocol, which also names the operation that a client knows it by. */
export class Frames {
  private readonly payload: Buffer;
  private id: string | undefined;
  private frame: Buffer;

  /** @param payload the answer, in JSON */
  constructor(payload: string) {
    this.payload = Buffer.from(`${payload}}`);
  }

  /** The message for an operation. Those who ask for the same one after the other share its bytes. */
  for(id: string): Buffer {
    if (id !== this.id) {
      this.frame = Buffer.concat([Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`), this.payload]);
      this.id = id;
    }
    return this.frame;
  }
}
