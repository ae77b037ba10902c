/** The threshold from which on a note alerts, and what it gives. */
export interface ThresholdMessages {
  readonly title: string;
  readonly lead: string;
  readonly model: string;
  readonly prevalence: string;
  readonly prevalenceHint: (own: string) => string;
  readonly notAShare: string;
  readonly wanted: string;
  readonly exactThreshold: string;
  readonly alertFrom: (threshold: string) => string;
  readonly manyAlerts: string;
  readonly fewAlerts: string;
  readonly sliderValue: (told: {
    readonly threshold: string;
    readonly found: string;
    readonly positives: string;
    readonly alerts: string;
  }) => string;
  readonly claimed: (told: {
    readonly wanted: string;
    readonly threshold: string;
    readonly bound: string;
    readonly confidence: string;
  }) => string;
  readonly claimedFrom: (told: {
    readonly missed: number;
    readonly positives: string;
    readonly counted: string;
  }) => string;
  readonly approximate: string;
  readonly useThreshold: string;
  readonly cannotBeClaimed: (wanted: string, confidence: string) => string;
  readonly needed: (told: {
    readonly needed: string;
    readonly positives: string;
    readonly counted: string;
  }) => string;
  readonly oneClassOnly: string;
  readonly confusion: (label: string) => string;
  readonly alert: string;
  readonly noAlert: string;
  readonly all: string;
  readonly trulyOf: (label: string) => string;
  readonly trulyOther: string;
  readonly sensitivity: string;
  readonly sensitivityMeaning: string;
  readonly specificity: string;
  readonly specificityMeaning: string;
  readonly ppvAt: (prevalence: string) => string;
  readonly ppvMeaning: string;
  readonly npvAt: (prevalence: string) => string;
  readonly npvMeaning: string;
  readonly alertsPerThousand: string;
  readonly alertsMeaning: (prevalence: string) => string;
  readonly within: (lower: string, upper: string) => string;
  readonly thousandTitle: string;
  readonly thousandPicture: string;
  readonly thousandOf: (prevalence: string) => string;
  readonly kinds: Readonly<Record<'found' | 'falseAlerts' | 'missed' | 'quiet', string>>;
  readonly pictureTitle: string;
  readonly pictureMeaning: string;
  readonly pictureLabel: (label: string, model: string, threshold: string) => string;
  readonly threshold: string;
  readonly share: string;
  readonly ofIt: string;
  readonly others: string;
  /** Heads of columns. */
  readonly short: Readonly<
    Record<
      'truePositives' | 'falseNegatives' | 'falsePositives' | 'trueNegatives' | 'ppv' | 'npv',
      string
    >
  >;
}
