// Deployments: a version of a project at an address that stays the same.
import { asNotFound, invalid } from './refusal.ts';
import type { ScriptApiOptions, StoredProject } from './script-api.ts';

export interface StoredDeployment {
  readonly id: string;
  /** Null: always the newest code. */
  version: number | null;
  description: string;
  at: number;
}

type Body = Readonly<Record<string, unknown>>;

/** 20 versioned deployments are all a project can have active. */
const most = 20;

export function createDeployment(
  project: StoredProject,
  body: Body,
  { newId, clock }: ScriptApiOptions,
): StoredDeployment {
  const version = checked(project, body);
  if (project.deployments.filter((one) => one.version !== null).length >= most)
    throw invalid('Script has reached the limit of 20 versioned deployments.');
  const made = { id: `AKfycb${newId()}`, version, description: textOf(body), at: clock.now() };
  project.deployments.push(made);
  return made;
}

export function updateDeployment(
  project: StoredProject,
  id: string,
  { body, now }: { readonly body: Body; readonly now: number },
): StoredDeployment {
  const found = project.deployments.find((one) => one.id === id);
  if (!found) throw asNotFound();
  if (found.version === null) throw invalid('Read-only deployments may not be modified.');
  const config = (body.deploymentConfig ?? {}) as Body;
  found.version = checked(project, config);
  found.description = textOf(config);
  found.at = now;
  return found;
}

const textOf = (config: Body): string => (typeof config.description === 'string' ? config.description : '');

function checked(project: StoredProject, config: Body): number {
  const known = ['versionNumber', 'manifestFileName', 'description', 'scriptId'];
  const strange = Object.keys(config).find((name) => !known.includes(name));
  if (strange) throw invalid(`Unknown name "${strange}": Cannot find field.`);
  if (config.manifestFileName !== undefined && config.manifestFileName !== 'appsscript')
    throw invalid('manifestFileName must be appsscript');
  const number = Number(config.versionNumber);
  if (!project.versions.some((version) => version.number === number)) throw asNotFound();
  return number;
}

/** With the entry points that the manifest of that version asks for. */
export function deploymentOf(
  project: StoredProject,
  { id, version, description, at }: StoredDeployment,
  { webAppUrl }: Pick<ScriptApiOptions, 'webAppUrl'>,
): object {
  const files = project.versions.find((one) => one.number === version)?.files ?? project.files;
  const manifest = JSON.parse(files.find(({ type }) => type === 'JSON')?.source ?? '{}') as {
    webapp?: { access?: string; executeAs?: string };
    addOns?: object;
  };
  const entryPoints = [
    ...(manifest.webapp
      ? [
          {
            entryPointType: 'WEB_APP',
            webApp: { url: webAppUrl(project, id), entryPointConfig: manifest.webapp },
          },
        ]
      : []),
    ...(manifest.addOns ? [{ entryPointType: 'ADD_ON', addOn: { addOnType: 'GMAIL' } }] : []),
  ];
  return {
    deploymentId: id,
    deploymentConfig: {
      scriptId: project.scriptId,
      manifestFileName: 'appsscript',
      ...(version === null ? {} : { versionNumber: version }),
      ...(description === '' ? {} : { description }),
    },
    updateTime: new Date(at).toISOString(),
    ...(entryPoints.length > 0 ? { entryPoints } : {}),
  };
}
