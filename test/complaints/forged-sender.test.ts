// Who is believed: what Gmail found of the sender decides, and nothing that a sender can write.
import { read } from './mails/letter.ts';

const stamp = (results: string): Record<string, string> => ({
  'Authentication-Results': `mx.google.com; ${results}`,
});
const jane = { From: 'Jane <jane@example.com>' };
const passed =
  'dkim=pass header.i=@example.com header.s=google header.b="Ab/cd+E="; dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=example.com';
const throughGroup = {
  'List-ID': '<support.example.com>',
  'Mailing-list': 'list support@example.com; contact support+owners@example.com',
};
const handedOut = `spf=pass (google.com: domain of support+bncBC1@example.com designates 209.85.220.41 as permitted sender) smtp.mailfrom=support+bncBC1@example.com; dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=example.com`;

const kindOf = (headers: Record<string, string | readonly string[]>, labelIds?: readonly string[]) =>
  read({ headers, ...(labelIds ? { labelIds } : {}) }).kind;

describe("a colleague's mail counts as a colleague's", () => {
  test.each<[string, Record<string, string | readonly string[]>]>([
    ['that passed DMARC', { ...jane, ...stamp(passed) }],
    ['that passed SPF alone', { ...jane, ...stamp('spf=pass smtp.mailfrom=jane@example.com') }],
    [
      'signed by Google for a Workspace domain without a key of its own',
      {
        ...jane,
        ...stamp(
          'dkim=pass header.i=@example-com.20230601.gappssmtp.com header.s=20230601 header.b=uk+labE6; spf=neutral smtp.mailfrom=jane@example.com',
        ),
      },
    ],
    ['that Gmail never stamped, because it never came from outside', jane],
    [
      'that the Group handed out and Gmail had believed before',
      {
        ...jane,
        ...throughGroup,
        ...stamp(handedOut),
        'X-Original-Authentication-Results': `gmr-mx.google.com; ${passed}`,
      },
    ],
    [
      'that the Group handed out under its own name',
      {
        ...throughGroup,
        From: "'Jane' via Support <support@example.com>",
        'X-Original-From': 'Jane <jane@example.com>',
        ...stamp(handedOut),
        'X-Original-Authentication-Results': `mx.google.com; ${passed}`,
      },
    ],
  ])('%s', (_, headers) => {
    expect(kindOf(headers)).toBe('agent');
  });

  test('that was sent from the support mailbox itself, whatever a stamp says', () => {
    const headers = { From: 'support@example.com', ...stamp('spf=softfail') };
    expect(kindOf(headers, ['SENT', 'INBOX'])).toBe('agent');
  });
});

describe("a mail in a colleague's name is a mail from outside", () => {
  test.each<[string, Record<string, string | readonly string[]>]>([
    ['where DMARC fails', { ...jane, ...stamp('dmarc=fail (p=NONE) header.from=example.com') }],
    [
      'where the domain has no DMARC and nothing else proves it',
      {
        ...jane,
        ...stamp('spf=softfail (google.com: domain of transitioning) smtp.mailfrom=jane@example.com'),
      },
    ],
    [
      'where only its sender’s own domain is proven',
      { ...jane, ...stamp('spf=pass smtp.mailfrom=x@evil.example') },
    ],
    [
      'where DMARC passed for another From than the one that is shown',
      { From: '<x@evil.example> <jane@example.com>', ...stamp('dmarc=pass header.from=evil.example') },
    ],
    [
      'where a server that is not Gmail’s says so',
      { ...jane, 'Authentication-Results': `mail.evil.example; ${passed}` },
    ],
    [
      'where a result was smuggled into the address of the envelope',
      { ...jane, ...stamp('spf=pass smtp.mailfrom="a; dmarc=pass header.from=example.com "@evil.example') },
    ],
    [
      'where a result was smuggled into a comment',
      {
        ...jane,
        ...stamp(
          'spf=none (google.com: "a) smtp.mailfrom=x; dmarc=pass header.from=example.com; (" does not designate) smtp.mailfrom=x@evil.example',
        ),
      },
    ],
    [
      'where Google signed for a domain that only looks alike',
      { ...jane, ...stamp('dkim=pass header.i=@example-com.evil.example') },
    ],
    [
      'where the Group handed out what Gmail had not believed',
      {
        ...jane,
        ...throughGroup,
        ...stamp(handedOut),
        'X-Original-Authentication-Results': 'mx.google.com; spf=softfail smtp.mailfrom=jane@example.com',
      },
    ],
    [
      'where the Group handed out both what Gmail found and what the sender wrote',
      {
        ...jane,
        ...throughGroup,
        ...stamp(handedOut),
        'X-Original-Authentication-Results': [`mx.google.com; ${passed}`, 'mx.google.com; spf=none'],
      },
    ],
    [
      'where the Group is only claimed',
      {
        ...throughGroup,
        From: 'x@evil.example',
        'X-Original-Sender': 'jane@example.com',
        'X-Original-From': 'Jane <jane@example.com>',
        ...stamp('spf=pass smtp.mailfrom=x@evil.example; dmarc=pass header.from=evil.example'),
        'X-Original-Authentication-Results': `mx.google.com; ${passed}`,
      },
    ],
    [
      'where the Group is only claimed, and From is the colleague’s',
      {
        ...jane,
        ...throughGroup,
        ...stamp('spf=none smtp.mailfrom=x@evil.example'),
        'X-Original-Authentication-Results': `mx.google.com; ${passed}`,
      },
    ],
  ])('%s', (_, headers) => {
    const mail = read({ headers });

    expect(mail.kind).toBe('customer');
    expect(mail.kindReason).toMatch(/^A mail from outside/);
  });

  test('and the desk’s own name and header prove nothing', () => {
    const headers = { From: 'support@example.com', 'X-Tierline': 'o-1', ...stamp('spf=none') };
    const mail = read({ headers });
    expect(mail).toMatchObject({ kind: 'customer', mayAnswer: false });
    expect(mail.kindReason).toMatch(/support@example.com is not proven/);
  });
});

test('a customer whose mail the Group handed out is not taken for false because the Group changed the mail', () => {
  const headers = {
    ...throughGroup,
    ...stamp(
      `${handedOut.split('; dmarc')[0]}; dmarc=fail (p=NONE sp=NONE dis=NONE) header.from=customer.example`,
    ),
    'X-Original-Authentication-Results': 'mx.google.com; dmarc=pass header.from=customer.example',
  };
  expect(read({ headers })).toMatchObject({ kind: 'customer', authentication: 'pass', mayAnswer: true });
});

test.each([
  '<victim@x.example,eve@evil.example>',
  '<victim@x.example;eve@evil.example>',
  '<"victim@x.example,"@evil.example>',
  '<group:victim@x.example>',
  '<@relay.example:victim@x.example>',
])('a sender that would be two addresses, %s, is nobody the desk writes to', (from) => {
  for (const headers of [{ From: from }, { From: 'no-reply@evil.example', 'Reply-To': from }]) {
    const mail = read({ headers });
    expect(mail.from.address).not.toMatch(/victim/);
    expect([mail.kind, mail.mayAnswer]).toEqual(['customer', false]);
  }
});
