// Writes down Google's published names and types for the world: run it after an update of googleapis.
import { writeFileSync } from 'node:fs';
import { publishedFile, publishedText } from './published.ts';

for (const api of ['sheets', 'gmail'] as const) writeFileSync(publishedFile(api), publishedText(api));
