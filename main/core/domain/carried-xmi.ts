/** An element of XML as it came. Names are as written, with their prefix. */
export interface CarriedElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (CarriedElement | string)[];
}

/** What an element of an XMI file is to its document, whose present state is written. */
export type XmiElement =
  | { readonly is: 'other' | 'sofa' | 'view'; readonly element: CarriedElement }
  | {
      readonly is: 'span';
      readonly element: CarriedElement;
      /** The feature that is the type of the mention; null where its layer is. */
      readonly label: string | null;
      /** Features that are attributes of the mention. */
      readonly shown: readonly string[];
    };

/** What a document of an XMI file carries. */
export interface XmiCarried {
  /** Of the root element: namespaces. */
  readonly root: Readonly<Record<string, string>>;
  /** The text of the sofa is that of the document. */
  readonly elements: readonly XmiElement[];
  /** Descriptions of types, from the type system that lay beside it. */
  readonly types: readonly CarriedElement[];
}

/** What several values of one feature are joined by where they are one attribute. */
export const valueSeparator = ' | ';

/** The layer of mentions that came from no CAS, and the feature that says their type. */
export const ownMentionType = 'anamnesis.Mention';
export const ownLabelFeature = 'label';

/** The full name of a type: of http:///webanno/custom.ecore and Finding, webanno.custom.Finding. */
export function typeOfElement(
  name: string,
  ...namespaces: readonly Readonly<Record<string, string>>[]
): string {
  const colon = name.indexOf(':');
  const prefix = `xmlns:${name.slice(0, colon)}`;
  const uri = namespaces.map((attributes) => attributes[prefix]).find((each) => each !== undefined);
  const path = /^\w+:\/\/\/?(.*)\.ecore$/.exec(uri ?? '')?.[1] ?? '';
  return `${path.replaceAll('/', '.')}.${name.slice(colon + 1)}`.replace(/^\./, '');
}
