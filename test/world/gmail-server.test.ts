import { createGmail } from '../../src/local/world/gmail/gmail.ts';
import { serveGmail } from '../../src/local/world/gmail/server.ts';
import { support } from './gmail-world.ts';

test('on its port Gmail answers who has a token, and 401 to everybody else', async () => {
  const gmail = createGmail({ clock: { now: () => 1e12 } });
  gmail.addMailbox(support);
  const seen: number[] = [];
  const served = await serveGmail(gmail, {
    who: (token) => (token === 'hers' ? { email: support, scopes: ['https://mail.google.com/'] } : null),
    watch: (_, { status }) => seen.push(status),
  });
  try {
    const ask = (token: string) =>
      fetch(`${served.url}gmail/v1/users/me/profile`, {
        headers: { authorization: `Bearer ${token}` },
      });
    const hers = await ask('hers');
    expect(await hers.json()).toMatchObject({ emailAddress: support });
    const stranger = await ask('made up');
    expect(stranger.status).toBe(401);
    expect(seen).toEqual([200, 401]);
  } finally {
    await served.close();
  }
});
