// How the page asks the workbench, and hears that something changed.
import { useEffect, useRef, useState } from 'preact/hooks';

export async function get<T>(path: string): Promise<T> {
  return read(await fetch(`/api/${path}`));
}

export async function post<T>(what: string, given: object): Promise<T> {
  return read(
    await fetch(`/api/${encodeURIComponent(what)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-workbench': 'page' },
      body: JSON.stringify(given),
    }),
  );
}

export async function postFile<T>(what: string, file: File): Promise<T> {
  return read(
    await fetch(`/api/${what}`, {
      method: 'POST',
      headers: { 'x-workbench': 'page', 'x-file-name': encodeURIComponent(file.name) },
      body: file,
    }),
  );
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error((await response.text()) || 'The workbench did not answer.');
  return (await response.json()) as T;
}

/** Counts up whenever the workbench says that something changed. */
export function useChanges(): { readonly serial: number; readonly connected: boolean } {
  const [state, setState] = useState({ serial: 0, connected: true });
  useEffect(() => {
    const changes = new EventSource('/api/changes');
    changes.onmessage = () => setState(({ serial }) => ({ serial: serial + 1, connected: true }));
    changes.onerror = () => setState(({ serial }) => ({ serial, connected: false }));
    return () => changes.close();
  }, []);
  return state;
}

export interface Asked<T> {
  readonly value: T | null;
  readonly error: string | null;
}

/** Asks again at every change; while it waits, the last answer to the same question stays. */
export function useAsk<T>(path: string | null, serial: number): Asked<T> {
  const [state, setState] = useState<Asked<T> & { path: string | null }>({
    path: null,
    value: null,
    error: null,
  });
  const latest = useRef(0);
  useEffect(() => {
    if (path === null) return;
    latest.current += 1;
    const mine = latest.current;
    get<T>(path).then(
      (value) => mine === latest.current && setState({ path, value, error: null }),
      (error: Error) => mine === latest.current && setState({ path, value: null, error: error.message }),
    );
  }, [path, serial]);
  return state.path === path ? state : { value: null, error: null };
}
