// The connection breaks before Google does what was asked.
import { interruptions } from './interruptions.ts';

interruptions('before');
