// ContentService: the text a web app answers with.
import type { Execution } from '../runtime/execution.ts';
import { textOf } from './arguments.ts';

const mimeTypes = {
  ATOM: 'application/atom+xml',
  CSV: 'text/csv',
  ICAL: 'text/calendar',
  JAVASCRIPT: 'text/javascript',
  JSON: 'application/json',
  RSS: 'application/rss+xml',
  TEXT: 'text/plain',
  VCARD: 'text/x-vcard',
  XML: 'application/xml',
} as const;

export interface TextOutput {
  content: string;
  mimeType: string;
}

const outputs = new WeakMap<object, TextOutput>();

/** What a script returned from `doPost` or `doGet`; null when that is no TextOutput. */
export function textOutputOf(returned: unknown): TextOutput | null {
  return typeof returned === 'object' && returned !== null ? (outputs.get(returned) ?? null) : null;
}

export function contentService(run: Execution): object {
  const { realm } = run;
  const mimeType = realm.service('MimeType', mimeTypes);
  return realm.service('ContentService', {
    MimeType: mimeType,
    createTextOutput: (content: unknown) => {
      run.local();
      const output: TextOutput = {
        content: content === undefined ? '' : textOf(content, 'ContentService.createTextOutput'),
        mimeType: mimeTypes.TEXT,
      };
      const self: object = realm.service('TextOutput', {
        setMimeType: (type: unknown) => {
          output.mimeType = textOf(type, 'TextOutput.setMimeType');
          return self;
        },
        setContent: (text: unknown) => {
          output.content = textOf(text, 'TextOutput.setContent');
          return self;
        },
        append: (text: unknown) => {
          output.content += textOf(text, 'TextOutput.append');
          return self;
        },
        getContent: () => output.content,
        getMimeType: () => output.mimeType,
      });
      outputs.set(self, output);
      return self;
    },
  });
}
