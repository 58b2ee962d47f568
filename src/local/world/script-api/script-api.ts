// The imitated Apps Script API: projects, their content, versions and deployments, and what ran.
import type { Api, Caller, Clock, HttpRequest, HttpResponse } from '../http.ts';
import { contentOf, type ProjectFile, readFiles } from './content.ts';
import { createDeployment, deploymentOf, type StoredDeployment, updateDeployment } from './deployments.ts';
import { asNotFound, asPermission, invalid, ScriptRefusal } from './refusal.ts';

export interface StoredProject {
  readonly scriptId: string;
  readonly title: string;
  readonly owner: string;
  readonly created: number;
  /** The file that it belongs to; absent: it stands alone. */
  readonly parentId?: string;
  files: readonly ProjectFile[];
  readonly versions: {
    readonly number: number;
    readonly files: readonly ProjectFile[];
    readonly at: number;
  }[];
  readonly deployments: StoredDeployment[];
}

/** One run of a function, as the API tells it. */
export interface Process {
  readonly scriptId: string;
  readonly functionName: string;
  readonly processType: string;
  readonly processStatus: string;
  readonly startTime: number;
  readonly seconds: number;
}

export interface ScriptApi extends Api {
  readonly projects: ReadonlyMap<string, StoredProject>;
  /** People who have the Apps Script API switched off. */
  readonly off: Set<string>;
}

export interface ScriptApiOptions {
  readonly clock: Clock;
  readonly newId: () => string;
  /** Hears of every new content. */
  readonly onContent?: (project: StoredProject) => void;
  readonly webAppUrl: (project: StoredProject, deploymentId: string) => string;
  /** What ran so far. */
  readonly processes: () => readonly Process[];
}

const auth = 'https://www.googleapis.com/auth/';
const projectScope = `${auth}script.projects`;

interface Handling {
  readonly options: ScriptApiOptions;
  readonly projects: Map<string, StoredProject>;
  readonly caller: Caller;
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Any of these. */
  readonly scopes: readonly string[];
  /** What the query and the body may hold. */
  readonly query?: readonly string[];
  readonly fields?: readonly string[];
  readonly answer: (handling: Handling) => unknown;
}

const reading = [projectScope, `${projectScope}.readonly`];
const deploying = [`${auth}script.deployments`];

const routes: readonly Route[] = [
  {
    method: 'POST',
    path: /^\/v1\/projects$/,
    scopes: [projectScope],
    fields: ['title', 'parentId'],
    answer: (handling) => projectOf(createProject(handling)),
  },
  {
    method: 'GET',
    path: /^\/v1\/projects\/([^/]+)$/,
    scopes: reading,
    answer: (handling) => projectOf(own(handling)),
  },
  {
    method: 'GET',
    path: /^\/v1\/projects\/([^/]+)\/content$/,
    scopes: reading,
    query: ['versionNumber'],
    answer: (handling) => {
      const project = own(handling);
      const number = handling.query.get('versionNumber');
      if (number === null) return contentOf(project.scriptId, project.files);
      const version = project.versions.find((one) => String(one.number) === number);
      if (!version) throw asNotFound();
      return contentOf(project.scriptId, version.files);
    },
  },
  {
    method: 'PUT',
    path: /^\/v1\/projects\/([^/]+)\/content$/,
    scopes: [projectScope],
    fields: ['scriptId', 'files'],
    answer: (handling) => {
      const project = own(handling);
      project.files = readFiles(handling.body.files, project, handling.options.clock.now());
      handling.options.onContent?.(project);
      return contentOf(project.scriptId, project.files);
    },
  },
  {
    method: 'GET',
    path: /^\/v1\/projects\/([^/]+)\/versions$/,
    scopes: reading,
    query: ['pageSize', 'pageToken'],
    answer: (handling) => {
      const { versions, scriptId } = own(handling);
      const size = Number(handling.query.get('pageSize') ?? 50);
      const from = Number(handling.query.get('pageToken') ?? 0);
      const newestFirst = [...versions].reverse();
      const page = newestFirst.slice(from, from + size).map((one) => versionOf(scriptId, one));
      const more = from + size < versions.length ? { nextPageToken: String(from + size) } : {};
      return { ...(page.length > 0 ? { versions: page } : {}), ...more };
    },
  },
  {
    method: 'POST',
    path: /^\/v1\/projects\/([^/]+)\/versions$/,
    scopes: [projectScope],
    fields: ['description', 'versionNumber', 'scriptId', 'createTime'],
    answer: (handling) => {
      const project = own(handling);
      if (project.versions.length >= 200) throw invalid('A project cannot have more than 200 versions.');
      const number = project.versions.length + 1;
      const version = { number, files: project.files, at: handling.options.clock.now() };
      project.versions.push(version);
      return versionOf(project.scriptId, version, handling.body.description);
    },
  },
  {
    method: 'GET',
    path: /^\/v1\/projects\/([^/]+)\/deployments$/,
    scopes: [...deploying, `${auth}script.deployments.readonly`],
    query: ['pageSize', 'pageToken'],
    answer: (handling) => {
      const project = own(handling);
      return { deployments: project.deployments.map((one) => deploymentOf(project, one, handling.options)) };
    },
  },
  {
    method: 'POST',
    path: /^\/v1\/projects\/([^/]+)\/deployments$/,
    scopes: deploying,
    fields: ['versionNumber', 'manifestFileName', 'description', 'scriptId'],
    answer: (handling) => {
      const project = own(handling);
      const made = createDeployment(project, handling.body, handling.options);
      return deploymentOf(project, made, handling.options);
    },
  },
  {
    method: 'PUT',
    path: /^\/v1\/projects\/([^/]+)\/deployments\/([^/]+)$/,
    scopes: deploying,
    fields: ['deploymentConfig'],
    answer: (handling) => {
      const project = own(handling);
      const moved = updateDeployment(project, handling.parts[1] ?? '', {
        body: handling.body,
        now: handling.options.clock.now(),
      });
      return deploymentOf(project, moved, handling.options);
    },
  },
  {
    method: 'GET',
    path: /^\/v1\/processes:listScriptProcesses$/,
    scopes: [`${auth}script.processes`],
    query: [
      'scriptId',
      'pageSize',
      'pageToken',
      'scriptProcessFilter.functionName',
      'scriptProcessFilter.statuses',
      'scriptProcessFilter.startTime',
      'scriptProcessFilter.types',
    ],
    answer: (handling) => {
      const scriptId = handling.query.get('scriptId') ?? '';
      own({ ...handling, parts: [scriptId] });
      const page = handling.options
        .processes()
        .filter((one) => one.scriptId === scriptId && matches(one, handling.query))
        .sort((a, b) => b.startTime - a.startTime)
        .slice(0, Number(handling.query.get('pageSize') ?? 50));
      return page.length > 0 ? { processes: page.map(processOf) } : {};
    },
  },
];

export function createScriptApi(options: ScriptApiOptions): ScriptApi {
  const projects = new Map<string, StoredProject>();
  const off = new Set<string>();
  return {
    hosts: ['script.googleapis.com'],
    projects,
    off,
    handle: (request, caller) => {
      try {
        if (off.has(caller.email))
          throw asPermission(
            'User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry.',
          );
        return answer(200, route(request, { options, projects, caller }));
      } catch (error) {
        if (!(error instanceof ScriptRefusal)) throw error;
        const { code, status, message } = error;
        return answer(code, { error: { code, message, status } });
      }
    },
  };
}

type Known = Pick<Handling, 'options' | 'projects' | 'caller'>;

function route(request: HttpRequest, known: Known): unknown {
  const url = new URL(request.url);
  for (const each of routes) {
    const found = each.path.exec(url.pathname);
    if (!found || each.method !== request.method) continue;
    if (!each.scopes.some((scope) => known.caller.scopes.includes(scope)))
      throw asPermission('Request had insufficient authentication scopes.');
    const body = bodyOf(request, each.fields ?? []);
    const strange = [...url.searchParams.keys()].find(
      (name) => !['alt', 'prettyPrint', 'fields', ...(each.query ?? [])].includes(name),
    );
    if (strange) throw invalid(`Unknown name "${strange}": Cannot bind query parameter.`);
    return each.answer({
      ...known,
      parts: found.slice(1).map(decodeURIComponent),
      query: url.searchParams,
      body,
    });
  }
  throw asNotFound();
}

function bodyOf(request: HttpRequest, fields: readonly string[]): Readonly<Record<string, unknown>> {
  const text = request.body === null ? '' : Buffer.from(request.body).toString('utf8');
  if (text === '') return {};
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw invalid('Invalid JSON payload received.');
  }
  if (typeof body !== 'object' || body === null) throw invalid('Invalid JSON payload received.');
  const strange = Object.keys(body).find((name) => !fields.includes(name));
  if (strange) throw invalid(`Invalid JSON payload received. Unknown name "${strange}": Cannot find field.`);
  return body as Readonly<Record<string, unknown>>;
}

function createProject({ options, projects, caller, body }: Handling): StoredProject {
  const now = options.clock.now();
  const project: StoredProject = {
    scriptId: options.newId(),
    title: typeof body.title === 'string' ? body.title : 'Untitled project',
    owner: caller.email,
    created: now,
    ...(typeof body.parentId === 'string' ? { parentId: body.parentId } : {}),
    files: [],
    versions: [],
    deployments: [],
  };
  const source = '{\n  "timeZone": "Etc/UTC",\n  "dependencies": {},\n  "exceptionLogging": "STACKDRIVER"\n}';
  project.files = readFiles([{ name: 'appsscript', type: 'JSON', source }], project, now);
  // Every project has a deployment that always is its newest code.
  project.deployments.push({
    id: `AKfycb-head-${project.scriptId}`,
    version: null,
    description: '',
    at: now,
  });
  projects.set(project.scriptId, project);
  return project;
}

/** Of this person; Google does not tell others whether there is one. */
function own({ projects, parts, caller }: Pick<Handling, 'projects' | 'parts' | 'caller'>): StoredProject {
  const project = projects.get(parts[0] ?? '');
  if (project?.owner !== caller.email) throw asNotFound();
  return project;
}

const iso = (at: number): string => new Date(at).toISOString();

const projectOf = ({ scriptId, title, owner, created, parentId }: StoredProject): object => ({
  scriptId,
  title,
  ...(parentId === undefined ? {} : { parentId }),
  createTime: iso(created),
  updateTime: iso(created),
  creator: { email: owner },
});

const versionOf = (
  scriptId: string,
  { number, at }: StoredProject['versions'][number],
  description?: unknown,
): object => ({
  scriptId,
  versionNumber: number,
  createTime: iso(at),
  ...(typeof description === 'string' && description !== '' ? { description } : {}),
});

function matches(process: Process, query: URLSearchParams): boolean {
  const filter = (name: string): string | null => query.get(`scriptProcessFilter.${name}`);
  const statuses = query.getAll('scriptProcessFilter.statuses');
  return (
    (filter('functionName') ?? process.functionName) === process.functionName &&
    (statuses.length === 0 || statuses.includes(process.processStatus)) &&
    process.startTime >= Date.parse(filter('startTime') ?? '1970-01-01T00:00:00Z')
  );
}

const processOf = ({ functionName, processType, processStatus, startTime, seconds }: Process): object => ({
  functionName,
  processType,
  processStatus,
  startTime: iso(startTime),
  duration: `${seconds}s`,
  userAccessLevel: 'OWNER',
});

function answer(status: number, body: unknown): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: JSON.stringify(body),
  };
}
