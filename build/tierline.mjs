#!/usr/bin/env node
// Starts the `tierline` command: lets Node read TypeScript, then hands over to src/cli.
import { register } from 'tsx/esm/api';

register();
await import('../src/cli/tierline.ts');
