// Keeps the licence text of every package that went into a bundle, as their licences ask.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A comment with one licence after the other; empty when nothing foreign is in the bundle. */
export function licences(inputs: readonly string[], root: string): string {
  const texts = packagesOf(inputs).map((folder) => licence(join(root, folder)));
  return texts.length === 0 ? '' : `/*! LICENCES of the packages in this file\n\n${texts.join('\n')}*/\n`;
}

/** `node_modules/zod`, `node_modules/@x/y`: sorted, each once. */
export function packagesOf(inputs: readonly string[]): readonly string[] {
  const folders = inputs.map((path) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
}

function licence(folder: string): string {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(name));
  if (!file && typeof about.license !== 'string')
    throw new Error(`The package ${about.name} says nothing about its licence: it must not be shipped.`);
  const text = file ? readFileSync(join(folder, file), 'utf8') : 'No licence text in the package.';
  return `${about.name} ${about.version} (${about.license ?? 'see below'})\n\n${inComment(text)}\n`;
}

/** Plain ASCII that cannot end the comment it stands in. */
function inComment(text: string): string {
  return text
    .replaceAll('\r', '')
    .replaceAll('*/', '* /')
    .replaceAll('\u00a9', '(c)')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2013\u2014]/g, '-')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\n\t -~]/g, '?')
    .trim();
}
