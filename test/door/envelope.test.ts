// The sealed request: what comes out is what went in, and nothing else is let in.
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import {
  clockAllowance,
  longestBody,
  type Opening,
  open,
  type Sealing,
  seal,
} from '../../src/door/envelope.ts';
import type { DoorRequest } from '../../src/door/request.ts';
import { type Mac, signatureOf, textToSign } from '../../src/door/signature.ts';
import { mac, secret } from './door-mac.ts';

const now = Date.parse('2026-03-27T15:30:00Z');
const sealing: Sealing = { actor: 'Anna@Example.com', at: now, nonce: 'n0nce-0123456789', secret, mac };
const opening: Opening = { now, secrets: [secret], mac };
const home: DoorRequest = { ask: 'home' };

test('a request arrives as it was sent, with the actor in lower case', () => {
  expect(open(seal(home, sealing), opening)).toEqual({
    actor: 'anna@example.com',
    at: now,
    nonce: 'n0nce-0123456789',
    request: home,
  });
});

test('the signature is HMAC-SHA256 of the canonical text in hexadecimal, whatever sign the bytes have', () => {
  const signed = { v: 1, at: 7, nonce: 'n', actor: 'a@b.c', body: '{"ø":"\n"}' };
  const text = 'tierline door\n1\n7\nn\na@b.c\n{"ø":"\n"}';
  expect(textToSign(signed)).toBe(text);
  expect(signatureOf(text, secret, mac)).toBe(createHmac('sha256', secret).update(text).digest('hex'));
});

test('any note in any language and any script survives the way', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 500 }), (note) => {
      const request: DoorRequest = {
        ask: 'act',
        ticket: 'T-1',
        version: 3,
        archiveRow: null,
        request: { do: 'note', note, mentions: [] },
      };
      expect(open(seal(request, sealing), opening)).toMatchObject({ request });
    }),
  );
});

test('not one character of a sealed request can be changed', () => {
  const good = seal(home, sealing);
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, sign) => {
      fc.pre(good[at] !== sign);
      const altered = good.slice(0, at) + sign + good.slice(at + 1);
      const opened = open(altered, opening);
      // White space between fields, and a digit written as its escape, read the same: then it is the same request.
      if ('refused' in opened) expect(['malformed', 'unsigned']).toContain(opened.refused);
      else expect(JSON.parse(altered)).toEqual(JSON.parse(good));
    }),
    { numRuns: 500 },
  );
});

test('whatever is posted, the door refuses it and never breaks', () => {
  const anything = fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(anything, (posted) => {
      expect(open(posted, opening)).toEqual({ refused: 'malformed' });
    }),
    { numRuns: 500 },
  );
});

test('fields of the right form without the secret are unsigned', () => {
  const fields = fc.record({
    v: fc.nat(),
    at: fc.nat(),
    nonce: fc.constant('n0nce-0123456789'),
    actor: fc.constant('anna@example.com'),
    body: fc.json(),
    signature: fc.stringMatching(/^[0-9a-f]{64}$/),
  });
  fc.assert(
    fc.property(fields, (envelope) => {
      expect(open(JSON.stringify(envelope), opening)).toEqual({ refused: 'unsigned' });
    }),
  );
});

test.each([
  ['five minutes late', -clockAllowance, true],
  ['five minutes early', clockAllowance, true],
  ['a moment later than that', -clockAllowance - 1, false],
  ['a moment earlier than that', clockAllowance + 1, false],
])('a request %s', (_, offset, good) => {
  const opened = open(seal(home, { ...sealing, at: now + offset }), opening);
  expect('refused' in opened ? opened.refused : 'good').toBe(good ? 'good' : 'late');
});

test('while secrets change both are good, and afterwards the old one is not', () => {
  const next = 'the next secret, also long enough';
  const byOld = seal(home, sealing);
  const byNew = seal(home, { ...sealing, secret: next });
  for (const text of [byOld, byNew])
    expect(open(text, { ...opening, secrets: [next, secret] })).toHaveProperty('request');
  expect(open(byOld, { ...opening, secrets: [next] })).toEqual({ refused: 'unsigned' });
});

test('without any secret nothing is let in', () => {
  expect(open(seal(home, { ...sealing, secret: '' }), { ...opening, secrets: [] })).toEqual({
    refused: 'unsigned',
  });
});

test('another version, or a question this version does not know, is told apart from a forgery', () => {
  const strange = { ask: 'dance' } as unknown as DoorRequest;
  expect(open(seal(strange, sealing), opening)).toEqual({ refused: 'other version' });
  const extra = { ask: 'home', more: 1 } as unknown as DoorRequest;
  expect(open(seal(extra, sealing), opening)).toEqual({ refused: 'other version' });
});

test('a body beyond the limit is refused before anything is read of it', () => {
  let macs = 0;
  const counting: Mac = (text, key) => {
    macs += 1;
    return mac(text, key);
  };
  expect(open('x'.repeat(longestBody + 1), { ...opening, mac: counting })).toEqual({ refused: 'too large' });
  expect(macs).toBe(0);
});

test('a wrong request costs as many signatures as a right one', () => {
  const secrets = [secret, 'the next secret, also long enough'];
  const macsFor = (posted: string): number => {
    let macs = 0;
    open(posted, {
      ...opening,
      secrets,
      mac: (text, key) => {
        macs += 1;
        return mac(text, key);
      },
    });
    return macs;
  };
  const good = seal(home, sealing);
  const wrong = good.replace(
    /"signature":"./,
    (found) => found.slice(0, -1) + (found.endsWith('0') ? '1' : '0'),
  );
  expect([good, wrong, '{}', 'hello'].map(macsFor)).toEqual([2, 2, 2, 2]);
});
