/**
 * What was done about something noteworthy in a file: mended by a stated rule, left out, or kept
 * as it is although the user should know about it.
 */
export type ImportAction = 'repaired' | 'left-out' | 'kept';

/** One thing wrong in an imported file. Holds no text of the file: reports reach logs. */
export interface ImportProblem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly rule: ImportRule;
  readonly action: ImportAction;
  /** What exactly, in one sentence, without quoting the text. */
  readonly detail: string;
  /** The class or entity type of what was left out, where it is known. */
  readonly label?: string;
}

/**
 * Every rule by which the readers mend, leave out or remark; the table says it to the user.
 * `file-`: whole files; `input-`: what one input may cost; `archive-`: files in files; `document-`: single texts; `table-`, `sheet-` and
 * `row-`: tables; `brat-` and `bio-`: entity formats; `span-`, `annotation-` and `json-`:
 * documents with annotations; `entity-`: from documents to tagged sentences;
 * `label-` and `group-`: all files of a labelled set; `xml-`: what is written in XML.
 */
export const importRules = {
  'annotation-malformed':
    'An annotation without a place or a type that can be read is left out; where its format is written again, it is given back.',
  'annotation-not-used':
    'Annotations of a kind that is not used here are not shown; where their format is written again, they are given back.',
  'annotation-withdrawn':
    'What an annotator rejected, skipped or left as a draft is no annotation; where its format is written again, it is given back.',
  'archive-damaged':
    'An archive that is damaged or cut is read up to there, and of its entries those that are whole.',
  'archive-encrypted':
    'An entry of an archive that is protected by a password is left out: take it out of the archive first.',
  'archive-entry-name':
    'An entry of an archive whose name leads outside of it, or is that of an earlier entry, is read under a name of its own.',
  'archive-method':
    'An entry of an archive that is compressed in another way than stored or deflate is left out.',
  'archive-system-file':
    'Links, hidden files, and files that macOS or Windows put into archives, are left out.',
  'bio-column-count':
    'A word whose line has another number of columns than most is kept; without a readable tag it gets O.',
  'bio-document-line':
    'Lines that begin a document (-DOCSTART- in a file with tabs, "# newdoc", "#begin document") group its sentences.',
  'bio-notation':
    'Entities in brackets, as in CoNLL-2012, or with a number for their words, as in WebAnno, become IOB2.',
  'bio-scheme':
    'A file in which entities begin with I- (IOB1) or that uses S-, E-, L-, U- (IOBES, BILOU) is converted to IOB2.',
  'bio-sentence-duplicate':
    'Sentences that occur more than once, in one file or several, are kept; the remark on them gives their number.',
  'bio-tag-bare': 'B and I without a type are entities of one type, which is called "_".',
  'bio-tag-column-missing': 'A file without a column that looks like BIO tags is left out.',
  'bio-tag-column-wrong':
    'A file in which the column that the plan names holds no tags is left out; what looks like tags is said.',
  'bio-tag-empty': 'A word with an empty tag gets O.',
  'bio-tag-lower-case': 'A tag in lower case (o, b-, i-) is put into upper case.',
  'bio-tag-orphan': 'An I- tag that continues no entity of its type becomes B-.',
  'bio-tag-stacked': 'Of a word in several entities, the one that goes on is kept, else the first.',
  'bio-tag-unknown': 'A tag that is neither O nor B- or I- with a type becomes O.',
  'bio-tag-zero': 'The digit 0 in a column of tags becomes O.',
  'bio-word-blank': 'A line whose word is white space is left out.',
  'bio-word-column':
    'A first column of running numbers, or of names of documents, is no word: the words are read from the next column that holds something else.',
  'bio-word-empty': 'A line with a tag but without a word is left out.',
  'brat-attribute-repeated':
    'Of several values of one attribute of an annotation the first counts; the others are carried.',
  'brat-discontinuous':
    'An entity in several pieces becomes one from the start of the first to the end of the last piece.',
  'brat-document-duplicate':
    'Documents with the text of another are kept; the remark on them gives their number.',
  'brat-id-repeated':
    'An annotation with the id of an earlier one of the same document is kept without an id.',
  'brat-line-malformed': 'An annotation line that does not follow the brat format is left out.',
  'brat-offset-moved':
    'An entity whose offsets do not match its text is moved to the nearest place that does.',
  'brat-offset-unit':
    'Offsets that only fit when counted in another unit than code points are read in that unit.',
  'brat-offset-unmatched': 'An entity whose text is not found at or near its offsets is left out.',
  'brat-overlap': 'Of two overlapping entities the longer is kept, then the earlier.',
  'brat-quote-form':
    'An entity whose quoted text has its accents or blanks encoded otherwise than the document is kept.',
  'brat-quote-lines':
    'Lines after an annotation that are the rest of the text that it quotes, line breaks and all, belong to it.',
  'bzip2-broken':
    'A file of bzip2 that is broken is read up to where it is; what comes after is left out.',
  'cas-layer-other':
    'Annotations of a CAS that are no mentions (words, sentences, relations) are left out; XMI carries them along.',
  'cas-offset':
    'A mention of a CAS whose offsets are not in the text, or which covers nothing, is left out.',
  'cas-text-missing': 'A CAS that holds no text, or only refers to it, is left out.',
  'document-attachments': 'Files that are attached to a PDF are left out: save them beside it.',
  'document-class-ambiguous':
    'A document with several classes is no example for classification and is left out.',
  'document-class-missing': 'A document without a class is no example for classification.',
  'document-comments': 'Comments in the margin of a document are left out.',
  'document-damaged':
    'A document that is damaged or cut is read as far as it can be; where nothing can be read it is left out.',
  'document-divided-words':
    'Words of a PDF that a hyphen divides at the end of a line are joined; the hyphen stays where the text has the word with one elsewhere.',
  'document-form-fields':
    'Boxes and buttons of forms in a PDF are left out; what is written in fields is read where they stand.',
  'document-hidden': 'Hidden text, and placeholders of forms that nobody filled in, are left out.',
  'document-id-duplicate':
    'A document with the id of an earlier one of the same import is kept under that id with its file and line.',
  'document-letters-unknown':
    'A page of a PDF whose fonts do not say which letters their signs are is left out; where these are few they are kept.',
  'document-list-numbers':
    'Numbers and bullets that a program makes for lists are no part of the text.',
  'document-margins':
    'Headers and footers of Word and RTF are left out; those of a PDF are lines of its pages.',
  'document-page-without-text':
    'Pages of a PDF without text are empty, or scans, of which nothing is read.',
  'document-pictures': 'Pictures are left out, and any text in them.',
  'document-revisions': 'Of tracked changes the insertions are kept and the deletions left out.',
  'document-scanned':
    'A PDF without any text, such as a scan, is left out: read its letters by a program for that (OCR) first.',
  'document-symbols': 'Characters of a symbol font are kept by their number.',
  'document-too-long':
    'A document of more than 536,870,888 characters, the most that a text can have here, is left out: divide the file, or name a smaller `unit` in the plan.',
  'document-unpaired-surrogate':
    'Half a character outside the basic plane, which no file can hold, is replaced by U+FFFD.',
  'entity-same-word': 'Of two entities in one word the earlier is kept.',
  'entity-widened': 'An entity that starts or ends inside a word is widened to the whole word.',
  'entity-without-word': 'An entity that covers no word is left out.',
  'fhir-attachment':
    'An attachment without data, in an encoding that cannot be read, or of a content that is no text is left out.',
  'fhir-entered-in-error':
    'A resource that says of itself that it was entered in error is left out.',
  'fhir-resource-other':
    'FHIR resources that hold no documents, such as observations without notes, are left out; the remark gives their number.',
  'fhir-url':
    'An attachment whose url leads to no Binary among the files read together is left out: nothing is fetched.',
  'file-column-missing': 'A table without a column that was asked for is left out.',
  'file-empty': 'A file that holds no text is left out.',
  'file-encoding-guessed':
    'A file that is not Unicode is read as Windows-1252, unless the plan names its encoding.',
  'file-invalid-bytes':
    'Bytes that are not valid in the encoding of the file are replaced by U+FFFD.',
  'file-not-text': 'A file that is no text (PDF, Word, ZIP, binary data) is left out.',
  'file-nothing-left':
    'A file all of whose text is left out, line by line or row by row, gives nothing: the remark says why.',
  'file-other-format':
    'A file named as plain text that is in another format (JSON, wiki markup, a table, base64 and the like) is left out, and the format is named; documents of XML and HTML are read with `unit: "file"`, without their tags.',
  'file-partner-missing':
    'A .txt without its .ann, or an .ann without its .txt, is left out: no annotation is not the same as no entity.',
  'file-password': 'A document that is protected by a password is left out: save it without one.',
  'gate-node':
    'An annotation of GATE whose nodes the text does not have, or which covers nothing, is left out.',
  'gate-structure':
    'Annotations that GATE makes of the text itself (words, sentences, markup) are left out; the remark gives their number.',
  'group-number':
    'Groups that are the same number in two spellings (12 and 12.0) are kept apart, and may be on both sides of a fold. Numbers with leading zeros are other numbers.',
  'input-beyond-limits':
    'What goes beyond the limits on size, depth, number or time of one input is left out.',
  'json-malformed':
    'What is no JSON, or no object where one must stand, is left out; of a file with one value a line it alone is lost.',
  'json-no-number': 'NaN and Infinity, which JSON does not know, are read as null.',
  'json-too-deep': 'A value with brackets in brackets, deeper than is allowed, is left out.',
  'label-alike':
    'Classes or entity types whose names differ in case or white space only are kept apart: look whether one is meant.',
  'label-list':
    'Classes that are lists of other classes, such as "koorts#hoest", are kept as classes of their own: a note has one class here.',
  'label-number':
    'Classes that are the same number in two spellings (1 and 1.0) are kept apart: programs for tables write whole numbers so where a cell of the column is empty.',
  'language-missing': 'A file in none of the chosen languages is left out.',
  'mediawiki-page-other':
    'Redirects, pages of other namespaces, those that were not asked for and those without text are left out; the remark gives their numbers.',
  'omop-mention-moved':
    'A mention of NOTE_NLP whose lexical variant does not stand at its offset is moved to the nearest place where it does.',
  'omop-mention-unmatched':
    'A mention of NOTE_NLP whose lexical variant is not found in the note is left out.',
  'omop-note-missing': 'A row of NOTE_NLP whose note is not among those read is left out.',
  'row-column-count': 'A row whose number of columns differs from the header is left out.',
  'row-date-impossible':
    'A document whose row has a day that does not exist, or no date in its date column, has no date; the cell is kept as a further column.',
  'row-date-order':
    'Dates of a table that could all be read with the day or the month first are read with the day first, unless the order is chosen.',
  'row-date-short-year': 'A year of two digits is one from 1950 to 2049.',
  'row-group-empty': 'A row without a value in the group column becomes a group of its own.',
  'row-id-duplicate': 'A row with the id of an earlier row is left out.',
  'row-id-empty': 'A row without an id gets the file name and its line as id.',
  'row-id-repeated':
    'Notes with the id of a note of another file are kept; the remark on them gives their number.',
  'row-label-absent': 'A document whose row has no label is kept without a class.',
  'row-label-empty': 'A row without a label is left out.',
  'row-label-not-a-name':
    'A label longer than 100 characters or with line breaks is no class of the document, but a further column.',
  'row-label-text':
    'A row whose label is longer than 100 characters or has line breaks is left out: that is text, not the name of a class.',
  'row-language-unknown':
    'A language that is neither BCP 47 nor a name of one that is known is kept as a further column.',
  'row-patient-empty':
    'A document whose row names no patient is kept and stands for itself; the remark gives the number of such rows.',
  'row-quote': 'A row with a quote that is never closed, or closed inside its column, is left out.',
  'row-text-duplicate':
    'Notes with the text of an earlier note, of the same or another file, are kept; the remark on them gives their number. In another fold than the earlier one they make results better than they are.',
  'row-text-empty': 'A row without text is left out.',
  'row-too-long':
    'A row of more than 16,777,216 characters is left out up to the end of the line on which it has become too long; reading goes on with the next line.',
  'sentence-split':
    'A sentence of more words than allowed is cut, after a full stop where there is one, and never inside an entity.',
  'sheet-cell-cut':
    'A cell of 32,767 characters, the most that Excel holds, is kept, although what was longer was probably cut before.',
  'sheet-errors': 'A cell that holds an error of Excel, such as #N/A, is read as empty.',
  'sheet-formulas':
    'Of a cell with a formula the value that was saved with it is read; without one it is empty.',
  'sheet-hidden': 'Hidden sheets are left out; hidden rows of other sheets are read.',
  'sheet-merged-cells':
    'The value of joined cells is read in the first of them; the others are empty.',
  'sheet-text-missing': 'A cell that names a text which the file does not have is read as empty.',
  'span-offset-moved':
    'A mention whose offsets do not match the text that it quotes is moved to the nearest place that does.',
  'span-offset-uncertain':
    'Where offsets would be other places in other units and nothing tells which, they are read in the unit that is usual for the format.',
  'span-offset-unit':
    'Offsets of a file that fit its quoted texts or its words better in another unit than is usual for the format are read in that unit.',
  'span-offset-unmatched':
    'A mention whose offsets lie outside of the text, or whose quoted text is not found at or near them, is left out.',
  'span-quote-form':
    'A mention whose quoted text has its accents or blanks encoded otherwise than the document is kept.',
  'table-columns-alike':
    'Of columns with the same name each later one gets a number, as in "name (2)".',
  'table-header-missing':
    'A table whose first row holds a date or a text has no header: its columns are called "column 1" and so on.',
  'table-id-repeated':
    'A document whose row has the id of an earlier row is kept, with its line added to the id.',
  'table-title-rows':
    'Rows above the header of a sheet, with less than half of the cells of the widest row, are left out.',
  'webanno-gap':
    'What stands between the sentences of a WebAnno TSV file is not in it: blanks with a line break are put there, so that offsets fit.',
  'webanno-line': 'A line that is no row of WebAnno TSV 3 is left out.',
  'webanno-word':
    'Words of a WebAnno TSV file that do not stand at their offsets are told with their number.',
  'xml-entities':
    'An XML file that declares entities of its own is left out from there: they could expand to any size.',
  'xml-malformed':
    'An XML file that is not well formed is read as far as it can be told; the remark says where its faults begin.',
  'xml-too-deep':
    'An XML file in which elements stand deeper in others than allowed is left out from there.',
} as const satisfies Record<string, string>;

export type ImportRule = keyof typeof importRules;

/** What a reader gives: everything that was good, and a list of everything that was not. */
export interface ImportResult<Item> {
  readonly items: readonly Item[];
  readonly problems: readonly ImportProblem[];
}
