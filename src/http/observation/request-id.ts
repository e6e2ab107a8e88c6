import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const GIVEN = /^[\w.:-]{1,64}$/;

/**
 * Makes the ids of requests: that of the caller's `X-Request-Id` where it is a
 * plain word, so that one id can be followed through several services; else one
 * of this process, of which no other process has the like.
 */
export function requestIds(): (request: IncomingMessage) => string {
  const process = randomBytes(4).toString('hex');
  let count = 0;
  return ({ headers }) => {
    const given = headers['x-request-id'];
    if (typeof given === 'string' && GIVEN.test(given)) return given;
    count += 1;
    return `${process}-${count.toString(36)}`;
  };
}
