import { cutText } from '../core/reconstruct/text/cut/cut-text.ts';
import { setHan, hanSentence, sourceOf } from '../core/reconstruct/text/cut/testing.ts';
const a = setHan(hanSentence(60,1)+hanSentence(50,2), 18), b = setHan(hanSentence(60,3)+hanSentence(40,4), 13);
