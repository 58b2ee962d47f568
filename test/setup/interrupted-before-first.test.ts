// The connection breaks before Google does what was asked, up to the installed desk.
import { interruptions } from './interruptions.ts';

interruptions('before', 'first');
