import { randomBytes } from 'node:crypto';

// As much of the WebSocket protocol (RFC 6455) as a client needs that holds thousands of sockets and does little else.

export const OPCODE = { text: 1, close: 8, ping: 9, pong: 10 } as const;

export interface Frame {
  readonly opcode: number;
  readonly payload: Buffer;
}

/** A frame as a client sends it: whole, and masked. */
export function clientFrame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const lengthBytes = length < 126 ? [0x80 | length] : [0x80 | 126, length >> 8, length & 0xff];
  const mask = randomBytes(4);
  const masked = payload.map((byte, index) => byte ^ (mask[index % 4] as number));
  return Buffer.concat([Buffer.from([0x80 | opcode, ...lengthBytes]), mask, masked]);
}

/** Takes the frames of a server out of what has arrived, and returns what is left over of an unfinished one. */
export function takeFrames(bytes: Buffer, onFrame: (frame: Frame) => void): Buffer {
  let rest = bytes;
  while (rest.length >= 2) {
    const [first = 0, second = 0] = rest;
    const short = second & 0x7f;
    const headLength = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (rest.length < headLength) break;
    const length = short < 126 ? short : short === 126 ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2));
    if (rest.length < headLength + length) break;
    onFrame({ opcode: first & 0x0f, payload: rest.subarray(headLength, headLength + length) });
    rest = rest.subarray(headLength + length);
  }
  return rest;
}
