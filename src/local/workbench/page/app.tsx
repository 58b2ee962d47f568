// The whole page: the bar with time and person, the four pages, and what is happening.
import { useEffect, useState } from 'preact/hooks';
import type { DeskView } from '../views.ts';
import { postFile, useAsk, useChanges } from './ask.ts';
import { ChartPage } from './chart-page.tsx';
import { Feed } from './feed.tsx';
import { HoodPage } from './hood-page.tsx';
import { MailPage } from './mail-page.tsx';
import { usePlace } from './route.ts';
import { Telling } from './telling.tsx';
import { TopBar } from './top-bar.tsx';
import { WorkbookPage } from './workbook-page.tsx';

type Desk = DeskView | { readonly telling: { readonly at: number; readonly until: number } | null };

export function App() {
  const { serial, connected } = useChanges();
  const [place, go] = usePlace();
  const [said, setSaid] = useState<string | null>(null);
  const { value: desk, error } = useAsk<Desk>('desk', serial);
  useDrops(setSaid);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), 8_000);
    return () => clearTimeout(timer);
  }, [said]);

  if (!desk) return <p class="starting">{error ?? 'Starting ...'}</p>;
  if ('telling' in desk) return <Telling passing={desk.telling} />;
  const person = desk.people.find(({ email }) => email === place.person) ?? desk.people[0];
  if (!person) return <p class="starting">The People tab names nobody with a mailbox here.</p>;
  const shared = { desk, place, go, serial, person, say: setSaid };
  return (
    <div class={place.phone ? 'app phone' : 'app'}>
      <a class="skip" href="#main">
        Skip to the page
      </a>
      <TopBar {...shared} />
      {!connected && (
        <p class="lost" role="alert">
          The workbench does not answer. Is it still running in the terminal?
        </p>
      )}
      <main id="main" tabIndex={-1}>
        {place.page === 'mail' && <MailPage {...shared} />}
        {place.page === 'workbook' && <WorkbookPage {...shared} />}
        {place.page === 'matrix' && <ChartPage {...shared} />}
        {place.page === 'hood' && <HoodPage {...shared} />}
      </main>
      <Feed {...shared} />
      {said && (
        <p class="said" role="status">
          {said}
        </p>
      )}
    </div>
  );
}

export interface Shared {
  readonly desk: DeskView;
  readonly place: ReturnType<typeof usePlace>[0];
  readonly go: ReturnType<typeof usePlace>[1];
  readonly serial: number;
  readonly person: DeskView['people'][number];
  readonly say: (words: string) => void;
}

/** Mail files dropped anywhere on the page arrive now. */
function useDrops(say: (words: string) => void): void {
  useEffect(() => {
    const over = (event: DragEvent): void => event.preventDefault();
    const dropped = (event: DragEvent): void => {
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) void bringIn(files, say);
    };
    addEventListener('dragover', over);
    addEventListener('drop', dropped);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', dropped);
    };
  }, []);
}

export async function bringIn(files: readonly File[], say: (words: string) => void): Promise<void> {
  let mails = 0;
  try {
    for (const file of files) mails += (await postFile<{ mails: number }>('drop', file)).mails;
    say(
      `${mails} ${mails === 1 ? 'mail has' : 'mails have'} arrived. The desk reads ${mails === 1 ? 'it' : 'them'} at its next tick.`,
    );
  } catch (error) {
    say((error as Error).message);
  }
}
