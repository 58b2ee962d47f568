// What Google tells of a project's runs: which function, when, how long, how it ended.
import type { Ground } from './ground.ts';

export interface Run {
  readonly functionName: string;
  readonly at: number;
  readonly seconds: number;
  readonly status: string;
  /** `TIME_DRIVEN`, `EDITOR`, `WEBAPP` ... */
  readonly kind: string;
}

type Asking = Pick<Ground, 'google' | 'doing'>;

export interface RunFilter {
  readonly functionName?: string;
  readonly status?: string;
  readonly since?: number;
}

/** Newest first, 50 at most. */
export async function runs(
  { google, doing }: Asking,
  scriptId: string,
  filter: RunFilter,
): Promise<readonly Run[]> {
  const { data } = await doing.ask('script.processes.listScriptProcesses', () =>
    google.script.processes.listScriptProcesses({
      scriptId,
      pageSize: 50,
      ...(filter.functionName ? { 'scriptProcessFilter.functionName': filter.functionName } : {}),
      ...(filter.status ? { 'scriptProcessFilter.statuses': [filter.status] } : {}),
      ...(filter.since ? { 'scriptProcessFilter.startTime': new Date(filter.since).toISOString() } : {}),
    }),
  );
  return (data.processes ?? [])
    .map(({ functionName, startTime, duration, processStatus, processType }) => ({
      functionName: functionName ?? '',
      at: Date.parse(startTime ?? ''),
      seconds: Number.parseFloat(duration ?? '0'),
      status: processStatus ?? '',
      kind: processType ?? '',
    }))
    .sort((a, b) => b.at - a.at);
}

export const lastRun = async (asking: Asking, scriptId: string, filter: RunFilter): Promise<Run | null> =>
  (await runs(asking, scriptId, filter))[0] ?? null;
