// The connection breaks before Google does what was asked, from the installed desk on.
import { interruptions } from './interruptions.ts';

interruptions('before', 'second');
