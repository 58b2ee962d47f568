// What a tick costs: service calls, estimated seconds at Google, and CPU here, by new mails and by open tickets.
import { build } from '../../build/build.ts';
import { type Office, openOffice } from '../../src/local/office.ts';
import { starterDefault } from '../../src/rules/starter.ts';

const support = 'support@fjordlicht.example';
const words = ['My lamp is broken', 'I was charged twice', 'The app shows an error', 'Where is my parcel'];

let serial = 0;

function deliver(office: Office, count: number): void {
  for (let n = 0; n < count; n++) {
    serial += 1;
    const text = words[serial % words.length] ?? '';
    const raw = [
      `From: Customer ${serial} <c${serial}@example.com>`,
      `To: ${support}`,
      `Subject: ${text} (${serial})`,
      `Message-ID: <bench-${serial}@example.com>`,
      '',
      `${text}. Order number ${serial}. Please help me.`,
      '',
    ].join('\r\n');
    office.world.gmail.deliver({ raw: Buffer.from(raw), to: [support] });
  }
}

/** Ticks until nothing is left to read, a minute apart: Gmail allows some 200 mails a minute. */
function settle(office: Office): void {
  for (let quiet = 0; quiet < 2; ) {
    const before = office.desk.executions.length;
    office.world.advance(60_000);
    const calls = office.world.calls.during(() => void office.desk.run('tick')).total;
    quiet = calls <= 2 && office.desk.executions.length > before ? quiet + 1 : 0;
  }
}

export async function measure(): Promise<{ title: string; rows: Record<string, string | number>[] }> {
  const built = await build({ only: ['desk'] });
  const rows: Record<string, string | number>[] = [];
  for (const open of [100, 1_000, 5_000]) {
    const office = openOffice({ start: '2026-03-24T08:00:00Z', rules: starterDefault, support, built });
    deliver(office, open);
    settle(office);
    for (const mails of [0, 1, 50, 500]) {
      deliver(office, mails);
      const started = performance.now();
      const calls = office.world.calls.during(() => void office.desk.run('tick'));
      rows.push({
        'open tickets': open,
        'new mails': mails,
        calls: calls.total,
        'HTTP requests': calls.requests,
        'seconds at Google': Number(calls.seconds.toFixed(2)),
        'CPU ms here': Math.round(performance.now() - started),
      });
      settle(office);
    }
  }
  return { title: 'One tick', rows };
}
