// Names of characters in HTML: those of HTML 4 and Latin letters, and of HTML 5 the punctuation and signs that mails hold.

/** A number is the code point of the next name; each name after it has the next one, one with `=` the same. */
export const entityNames =
  '9 Tab NewLine 33 excl quot =QUOT num dollar percnt amp =AMP apos lpar rpar ast =midast plus comma 46 ' +
  'period sol 58 colon semi lt =LT equals gt =GT quest commat 91 lsqb =lbrack bsol rsqb =rbrack Hat lowbar ' +
  '=UnderBar grave =DiacriticalGrave 123 lcub =lbrace vert =verbar =VerticalLine rcub =rbrace 160 nbsp ' +
  '=NonBreakingSpace iexcl cent pound curren yen brvbar sect uml =Dot =die =DoubleDot copy =COPY ordf laquo ' +
  'not shy reg =REG =circledR macr =strns deg plusmn =pm =PlusMinus sup2 sup3 acute =DiacriticalAcute micro ' +
  'para middot =CenterDot =centerdot cedil =Cedilla sup1 ordm raquo frac14 frac12 =half frac34 iquest ' +
  'Agrave Aacute Acirc Atilde Auml Aring =angst AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc ' +
  'Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ' +
  'ntilde ograve oacute ocirc otilde ouml divide =div oslash ugrave uacute ucirc uuml yacute thorn yuml ' +
  'Amacr amacr Abreve abreve Aogon aogon Cacute cacute Ccirc ccirc Cdot cdot Ccaron ccaron Dcaron dcaron ' +
  'Dstrok dstrok Emacr emacr 278 Edot edot Eogon eogon Ecaron ecaron Gcirc gcirc Gbreve gbreve Gdot gdot ' +
  'Gcedil 292 Hcirc hcirc Hstrok hstrok Itilde itilde Imacr imacr 302 Iogon iogon Idot imath =inodot IJlig ' +
  'ijlig Jcirc jcirc Kcedil kcedil kgreen Lacute lacute Lcedil lcedil Lcaron lcaron Lmidot lmidot Lstrok ' +
  'lstrok Nacute nacute Ncedil ncedil Ncaron ncaron napos ENG eng Omacr omacr 336 Odblac odblac OElig oelig ' +
  'Racute racute Rcedil rcedil Rcaron rcaron Sacute sacute Scirc scirc Scedil scedil Scaron scaron Tcedil ' +
  'tcedil Tcaron tcaron Tstrok tstrok Utilde utilde Umacr umacr Ubreve ubreve Uring uring Udblac udblac ' +
  'Uogon uogon Wcirc wcirc Ycirc ycirc Yuml Zacute zacute Zdot zdot Zcaron zcaron 402 fnof 710 circ 732 ' +
  'tilde 913 Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho 931 ' +
  'Sigma Tau Upsilon Phi Chi Psi Omega 945 alpha beta gamma delta epsilon zeta eta theta iota kappa lambda ' +
  'mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega 977 thetasym upsih 982 piv 8194 ensp ' +
  'emsp 8199 numsp puncsp thinsp =ThinSpace hairsp 8204 zwnj zwj lrm rlm dash =hyphen 8211 ndash mdash ' +
  'horbar 8216 lsquo rsquo =rsquor sbquo =lsquor 8220 ldquo rdquo =rdquor bdquo =ldquor 8224 dagger Dagger ' +
  'bull =bullet 8229 nldr hellip =mldr 8240 permil 8242 prime Prime 8249 lsaquo rsaquo 8254 oline 8260 ' +
  'frasl 8288 NoBreak 8364 euro 8465 image 8471 copysr weierp 8476 real 8482 trade 8501 alefsym 8592 larr ' +
  'uarr rarr darr harr 8605 rarrw 8614 map 8629 crarr 8656 lArr uArr rArr dArr hArr 8704 forall 8706 part ' +
  'exist 8709 empty 8711 nabla isin notin 8715 ni 8719 prod 8721 sum minus 8727 lowast 8730 radic 8733 prop ' +
  'infin 8736 ang 8743 and or cap cup int 8756 there4 8764 sim 8773 cong 8776 asymp 8800 ne equiv 8804 le ' +
  'ge 8834 sub sup nsub 8838 sube supe 8853 oplus 8855 otimes 8869 perp 8901 sdot 8968 lceil rceil lfloor ' +
  'rfloor 9633 square 9642 blacksquare 9674 loz 9733 starf star 9742 phone 9792 female 9794 male 9824 ' +
  'spades 9827 clubs 9829 hearts diams 9834 sung 9837 flat natural sharp 10003 check =checkmark 10007 cross ' +
  '10016 malt 10216 lang rang';

/** Beside the Latin letters and signs from 160 to 255: names that need no semicolon. */
export const otherOlderNames = 'AMP COPY GT LT QUOT REG amp gt lt quot'.split(' ');
