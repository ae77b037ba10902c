/**
 * The words of each language that any text has most of, clinical shorthand included. Words that two
 * languages share stand with both and count for neither against the other. German, French,
 * Italian and Portuguese are here so that they are not taken for a neighbour.
 */
export const functionWords = {
  en: 'the of and to in is was with for on no at by from are were that this patient had has as an be or which his her he she not after there without history he’s who denies reports normal since due pain but have been his we they it you if what when will can do did your my me so',
  nl: 'de het een van en in is op te met voor niet dat die bij aan er om uit door als ook naar over maar dan was heeft werd worden zijn had geen wel nog tot na onder tijdens patiënt patiënte zonder sinds ik je hij zij ze we wij deze dit hebben kan moet zal sprake echter reeds waarbij wordt klachten',
  es: 'el la los las de del que y en un una unos unas se con por para no su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también fue era había es son paciente años tras presenta refiere desde donde hasta dolor ante ha han durante siendo realizó e ni qué',
  ro: 'și de la în cu pe din nu a un o pentru care este sunt mai că se al ale ai au fost prin după sau fără cel cea la lui ei lor său sa iar dar dacă ca să am are era către între sub pacient pacientul pacienta prezintă si in fara dupa ani timp tratament durere avea unei unui acest această acesta până',
  de: 'der die das und ist in den von zu mit dem des nicht ein eine einer eines im auf für als auch es an bei sich war wurde werden sind nach aus wird oder keine kein durch über zur zum patient patientin hat haben noch bis ohne seit unter er sie wir ich',
  fr: 'le la les de des du et en un une est dans pour que qui par sur avec pas ne au aux se son sa ses il elle sont été ce cette plus ou mais sans à patient patiente ans était après depuis chez nous vous je d’un l',
  it: 'il lo la gli le di del della dei delle e in un una è che per con non da al alla si sono come più anche ma nel nella dal paziente anni stato è stata dopo senza ha ho hanno questo questa su tra o',
  pt: 'o a os as de do da dos das e em um uma é que para com não por no na nos nas se ao à mais como mas foi são seu sua ou sem após doente paciente anos desde apresenta há ser foi também entre quando muito',
} as const satisfies Record<string, string>;

export type RecognisableLanguage = keyof typeof functionWords;
