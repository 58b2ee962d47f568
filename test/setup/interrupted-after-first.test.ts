// The connection breaks after Google did what was asked: the answer is lost, and nothing may be made twice, up to the installed desk.
import { interruptions } from './interruptions.ts';

interruptions('after', 'first');
