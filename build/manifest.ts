// Reads an Apps Script manifest strictly: a key that Google does not know is a typing error.
import * as z from 'zod/mini';

const functionName = z.string().check(z.regex(/^[A-Za-z_$][\w$]*$/));
const https = z.string().check(z.regex(/^https:\/\/\S+$/, 'must be an https address'));
const color = z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #1a73e8'));
const runs = z.strictObject({ runFunction: functionName, enabled: z.optional(z.boolean()) });
const menuItem = z.strictObject({ text: z.string(), runFunction: functionName });
const universalAction = z.union([menuItem, z.strictObject({ text: z.string(), openLink: https })]);

const addOns = z.strictObject({
  common: z.strictObject({
    name: z.string().check(z.minLength(1), z.maxLength(50)),
    logoUrl: https,
    layoutProperties: z.optional(
      z.strictObject({ primaryColor: z.optional(color), secondaryColor: z.optional(color) }),
    ),
    homepageTrigger: z.optional(runs),
    universalActions: z.optional(z.array(universalAction)),
    openLinkUrlPrefixes: z.optional(z.array(z.string())),
    useLocaleFromApp: z.optional(z.boolean()),
  }),
  gmail: z.optional(
    z.strictObject({
      homepageTrigger: z.optional(runs),
      contextualTriggers: z.optional(
        z.array(z.strictObject({ unconditional: z.strictObject({}), onTriggerFunction: functionName })),
      ),
      universalActions: z.optional(z.array(universalAction)),
      composeTrigger: z.optional(
        z.strictObject({ selectActions: z.array(menuItem), draftAccess: z.enum(['NONE', 'METADATA']) }),
      ),
      authorizationCheckFunction: z.optional(functionName),
    }),
  ),
});

const manifest = z.strictObject({
  timeZone: z.string().check(z.refine(isTimeZone, 'must be a time zone such as Europe/Berlin')),
  runtimeVersion: z.literal('V8'),
  exceptionLogging: z.enum(['STACKDRIVER', 'NONE']),
  oauthScopes: z.array(https).check(z.minLength(1)),
  dependencies: z.optional(
    z.strictObject({
      enabledAdvancedServices: z.optional(
        z.array(z.strictObject({ userSymbol: z.string(), serviceId: z.string(), version: z.string() })),
      ),
    }),
  ),
  urlFetchWhitelist: z.optional(
    z.array(z.string().check(z.regex(/^https:\/\/[^/\s]+\/\S*$/, 'must be an https address with its path'))),
  ),
  webapp: z.optional(
    z.strictObject({
      executeAs: z.enum(['USER_DEPLOYING', 'USER_ACCESSING']),
      access: z.enum(['MYSELF', 'DOMAIN', 'ANYONE', 'ANYONE_ANONYMOUS']),
    }),
  ),
  addOns: z.optional(addOns),
});

export type Manifest = z.infer<typeof manifest>;

/** @throws Error that names the file, the key and what is wrong with it. */
export function readManifest(text: string, path: string): Manifest {
  const read = manifest.safeParse(JSON.parse(text), { error: z.locales.en().localeError });
  if (read.success) return read.data;
  const faults = read.error.issues.map(
    (issue) => `  ${issue.path.join('.') || 'manifest'}: ${issue.message}`,
  );
  throw new Error(`${path} is no sound manifest:\n${faults.join('\n')}`);
}

/** Every function that Google will call by a name in the manifest, with the key that names it. */
export function functionsNamed(value: unknown, key = ''): readonly { key: string; name: string }[] {
  if (typeof value === 'string')
    return /(^|\.)(onTriggerFunction|runFunction|authorizationCheckFunction)$/.test(key)
      ? [{ key, name: value }]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) =>
    functionsNamed(child, key ? `${key}.${name}` : name),
  );
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
