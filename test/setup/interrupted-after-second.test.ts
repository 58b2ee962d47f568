// The connection breaks after Google did what was asked: the answer is lost, and nothing may be made twice, from the installed desk on.
import { interruptions } from './interruptions.ts';

interruptions('after', 'second');
