/**
 * What columns are called in English, Dutch, Spanish and Romanian: lower case, without accents.
 * Of text only words for the whole of it: a column named after a section is known by its cells.
 */
export const columnWords = {
  text: 'text tekst texto textul note notes notetext nota notas notitie notities report verslag verslagen informe raport content contents inhoud contenido continut body brief letter carta scrisoare description omschrijving beschrijving descripcion descriere narrative sentence zin',
  id: 'id noteid docid documentid reportid nr num nummer number numero numar no key identifier uuid guid',
  patient:
    'patient patients patientid patientnr patientnummer paciente pacientul pacient pacientid subject subjectid mrn pid personid person hn nhc cnp bsn pseudonym pseudoniem seudonimo pseudonim',
  date: 'date datum fecha data datetime timestamp day dag dia ziua moment tijdstip created',
  language: 'language languages lang taal idioma lengua limba',
  kind: 'kind type soort tipo tip doctype documenttype notetype documentsoort verslagsoort modality',
  label:
    'label labels class classes klasse klassen clase clases clasa etiqueta etiquetas eticheta target outcome uitkomst resultado category categorie categoria diagnosis diagnose diagnostico diagnostic code',
} as const;

export type ColumnRole = keyof typeof columnWords;

/** Facts of a person or a day that are none of a document: age, sex, birth, names. */
export const otherFacts =
  /(?:^| )(?:age|leeftijd|edad|varsta|sex|sexo|gender|geslacht|gen|birth|birthdate|dob|geboorte\w*|nacimiento|nastere|nasterii|death|overlijden|name|naam|voornaam|nombre|nume|prenume|apellido)(?: |$)/;
