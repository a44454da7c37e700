import { triageQuestions, type TriageAnswers, type TriageQuestion } from "#lib/embargo/triage.ts";

/** One answer: on the button that gives it, and as a sentence once it is given. */
export interface AnswerWords {
  readonly press: string;
  readonly said: string;
}

/** A question of the checklist in plain words, and what its answers mean. */
export interface QuestionWords<Answer extends string = string> {
  readonly ask: string;
  /** Why there is nothing to ask, where the report or the policy answers it. */
  readonly settled: string;
  readonly answers: Readonly<Record<Answer, AnswerWords>>;
}

const nothingSettled = "There is nothing to ask.";

const words: { readonly [Question in TriageQuestion]: QuestionWords<TriageAnswers[Question]> } = {
  valid: {
    ask: "Is it a report for this list?",
    settled: nothingSettled,
    answers: {
      yes: { press: "Yes, it is valid", said: "It is valid." },
      no: { press: "No", said: "It is no report for this list." },
    },
  },
  complete: {
    ask: "Does it say all that is needed?",
    settled: nothingSettled,
    answers: {
      yes: { press: "Yes, it is complete", said: "It says all that is needed." },
      asked: { press: "Not yet, and I have asked", said: "The reporter was asked for what is missing." },
    },
  },
  "date-within-policy": {
    ask: "Is its date within the policy?",
    settled: "A date that the policy allows is agreed or proposed.",
    answers: {
      yes: { press: "Yes", said: "The date is within the policy." },
      "earlier-named": { press: "No, and I have named an earlier one", said: "An earlier date was named." },
    },
  },
  "public-or-low": {
    ask: "Is it in effect public already, or of low severity?",
    settled: nothingSettled,
    answers: {
      public: { press: "It is public already", said: "It is in effect public already." },
      low: { press: "It is of low severity", said: "It is of low severity." },
      neither: { press: "Neither", said: "It is neither public nor of low severity." },
    },
  },
  "others-told": {
    ask: "Has everybody been told who should be?",
    settled: nothingSettled,
    answers: {
      "nobody-else": { press: "Nobody else need be", said: "Nobody else has to be told." },
      "all-told": { press: "All have been", said: "Everybody who should know has been told." },
      "asked-reporter": { press: "I have asked the reporter", said: "The reporter was asked whom to tell." },
    },
  },
  "linux-only": {
    ask: "Does it concern Linux alone?",
    settled: "There is no narrower list that it could move to.",
    answers: {
      yes: { press: "Yes, Linux alone", said: "It concerns Linux alone." },
      no: { press: "No, others too", said: "It concerns others beside Linux." },
    },
  },
  "several-issues": {
    ask: "Is it one issue, or several?",
    settled: nothingSettled,
    answers: {
      one: { press: "One", said: "It is one issue." },
      separated: { press: "Several, now separated", said: "It was several issues, and they are separated." },
      "kept-together": { press: "Several, kept together", said: "It is several issues that stay together." },
    },
  },
  "cve-assigned": {
    ask: "Are the CVE ids assigned that are asked for?",
    settled: "The reporter asks for none.",
    answers: {
      assigned: { press: "Assigned", said: "The CVE ids are assigned." },
      "by-another-cna": { press: "Another CNA assigns them", said: "Another CNA assigns them." },
      "not-needed": { press: "None is needed", said: "No CVE id is needed." },
    },
  },
  "cve-asked": {
    ask: "Is it known whether CVE ids were asked for elsewhere?",
    settled: "The report says so itself.",
    answers: {
      asked: { press: "I have asked the reporter", said: "The reporter was asked." },
      "requested-elsewhere": { press: "They were, elsewhere", said: "They were asked for elsewhere." },
      "none-needed": { press: "None is needed", said: "No CVE id is needed." },
    },
  },
};

/** A question's words; null for one that a later version asks. */
export function questionWords(question: string): QuestionWords | null {
  const known = triageQuestions.find((each) => each === question);
  return known === undefined ? null : words[known];
}

/** Where the rest of an answer's work is done on the page of a report. */
export function placeOfWork(question: string): { readonly id: string; readonly label: string } | null {
  switch (question) {
    case "several-issues":
      return { id: "issues", label: "Separate or merge issues" };
    case "cve-assigned":
    case "cve-asked":
      return { id: "issues", label: "CVE ids of the issues" };
    default:
      return null;
  }
}
