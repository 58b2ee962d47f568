// One deployment a project, moved to a new version whenever the code changed; never a second one.
import type { script_v1 } from 'googleapis/build/src/apis/script';
import { isPlanned, planned } from './doing.ts';
import { Stopped } from './failure.ts';
import type { Ground } from './ground.ts';
import { type Files, isSame, remoteFiles } from './pushing.ts';
import type { Which } from './steps/projects.ts';

type Deployment = script_v1.Schema$Deployment;

export interface Deployed {
  readonly id: string;
  /** Of the web app; null for a project without one. */
  readonly url: string | null;
  readonly changed: boolean;
}

const description = (which: Which): string => `Tierline ${which}`;

export async function deployed(ground: Ground, which: Which, files: Files): Promise<Deployed> {
  const scriptId = ground.memory.now[which] ?? '';
  const before = await ours(ground, which, scriptId);
  const version = before?.deploymentConfig?.versionNumber;
  if (before?.deploymentId && version && isSame(await remoteFiles(ground, scriptId, version), files))
    return { id: before.deploymentId, url: urlOf(before), changed: false };
  const versionNumber = await versionOf(ground, scriptId, files);
  const after = await moved(ground, { which, scriptId, before, versionNumber });
  return { id: after.deploymentId ?? '', url: urlOf(after), changed: true };
}

/** The one that was written down, else the one that an interrupted run has made. */
export async function ours(
  { google, doing, memory }: Pick<Ground, 'google' | 'doing' | 'memory'>,
  which: Which,
  scriptId: string,
): Promise<Deployment | null> {
  if (isPlanned(scriptId)) return null;
  const { data } = await doing.ask('script.projects.deployments.list', () =>
    google.script.projects.deployments.list({ scriptId, pageSize: 50 }),
  );
  const versioned = (data.deployments ?? []).filter(
    ({ deploymentConfig }) => deploymentConfig?.versionNumber,
  );
  const known = memory.now[which === 'desk' ? 'deskDeployment' : 'sidebarDeployment'];
  const mine = versioned.filter(
    ({ deploymentConfig }) => deploymentConfig?.description === description(which),
  );
  const found = versioned.find(({ deploymentId }) => deploymentId === known) ?? mine[0] ?? null;
  if (!found && versioned.length > 0)
    throw new Stopped(
      `The ${which} has a deployment that Tierline has not made. Archive it in the editor (Deploy > Manage deployments), then run this again.`,
    );
  return found;
}

/** The newest version where it holds these files already: 200 versions are all a project can have. */
async function versionOf(ground: Ground, scriptId: string, files: Files): Promise<number> {
  const newest = await newestVersion(ground, scriptId);
  if (newest > 0 && isSame(await remoteFiles(ground, scriptId, newest), files)) return newest;
  return ground.doing.change({
    call: 'script.projects.versions.create',
    about: `version ${newest + 1}`,
    does: async () => {
      const { data } = await ground.google.script.projects.versions.create({
        scriptId,
        requestBody: { description: 'Tierline' },
      });
      return data.versionNumber ?? 0;
    },
    instead: newest + 1,
  });
}

export async function newestVersion(
  { google, doing }: Pick<Ground, 'google' | 'doing'>,
  scriptId: string,
): Promise<number> {
  if (isPlanned(scriptId)) return 0;
  let newest = 0;
  let pageToken: string | undefined;
  do {
    const asked = { scriptId, pageSize: 200, ...(pageToken ? { pageToken } : {}) };
    const { data } = await doing.ask('script.projects.versions.list', () =>
      google.script.projects.versions.list(asked),
    );
    newest = Math.max(newest, ...(data.versions ?? []).map(({ versionNumber }) => versionNumber ?? 0));
    pageToken = data.nextPageToken ?? undefined;
  } while (pageToken);
  return newest;
}

interface Moving {
  readonly which: Which;
  readonly scriptId: string;
  readonly before: Deployment | null;
  readonly versionNumber: number;
}

function moved(ground: Ground, { which, scriptId, before, versionNumber }: Moving): Promise<Deployment> {
  const { deployments } = ground.google.script.projects;
  const config = { versionNumber, manifestFileName: 'appsscript', description: description(which) };
  const deploymentId = before?.deploymentId;
  return ground.doing.change<Deployment>({
    call: `script.projects.deployments.${deploymentId ? 'update' : 'create'}`,
    about: `${which}, version ${versionNumber}`,
    does: async () => {
      const { data } = deploymentId
        ? await deployments.update({
            scriptId,
            deploymentId,
            requestBody: { deploymentConfig: { ...config, scriptId } },
          })
        : await deployments.create({ scriptId, requestBody: config });
      return data;
    },
    instead: { deploymentId: planned(`the deployment of the ${which}`) },
  });
}

const urlOf = ({ entryPoints }: Deployment): string | null =>
  entryPoints?.find(({ entryPointType }) => entryPointType === 'WEB_APP')?.webApp?.url ?? null;
