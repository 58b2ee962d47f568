// As much of the Drive API as finding a file by its name takes.
import type { Api } from './http.ts';

export interface DriveFile {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly owner: string;
}

const wanted = /^name = '([^']*)' and mimeType = '([^']*)' and 'me' in owners and trashed = false$/;
const scopes = ['drive', 'drive.readonly', 'drive.metadata', 'drive.metadata.readonly'].map(
  (name) => `https://www.googleapis.com/auth/${name}`,
);

/** `files` tells what there is at the moment. Any other search is refused: the world would not know its answer. */
export function createDriveApi(files: () => readonly DriveFile[]): Api {
  return {
    hosts: ['www.googleapis.com'],
    handle: (request, caller) => {
      const url = new URL(request.url);
      const [, name, mimeType] = wanted.exec(url.searchParams.get('q') ?? '') ?? [];
      if (request.method !== 'GET' || url.pathname !== '/drive/v3/files') return failed(404, 'Not Found');
      if (name === undefined) return failed(400, 'Invalid Value');
      if (!scopes.some((scope) => caller.scopes.includes(scope)))
        return failed(403, 'Insufficient Permission');
      const found = files().filter(
        (file) => file.name === name && file.mimeType === mimeType && file.owner === caller.email,
      );
      return answer(200, { files: found.map((file) => ({ id: file.id, name: file.name })) });
    },
  };
}

const answer = (status: number, body: object) => ({
  status,
  headers: { 'content-type': 'application/json; charset=UTF-8' },
  body: JSON.stringify(body),
});

const failed = (code: number, message: string) => answer(code, { error: { code, message, errors: [] } });
