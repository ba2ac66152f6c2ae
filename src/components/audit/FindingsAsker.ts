import type { FindingFacts, Findings } from '@/model/findings';
import { findInWorker } from '@/workers/audit';

/** What the worker is asked. The index changes in place: the version says in which state it is meant. */
export interface FindingsQuestion extends FindingFacts {
  readonly version: number;
}

export interface FindingsAnswer {
  readonly question: FindingsQuestion;
  readonly findings: Findings;
}

export type FindingsOutcome = FindingsAnswer | { readonly error: unknown };

/** While the organization is read it changes several times a second, and nobody reads findings as fast. */
const REST_MS = 1_000;

/**
 * Asks the worker one question at a time. While one is under way only the newest other is kept; where just the organization
 * has changed since the last, that one waits a while.
 */
export class FindingsAsker {
  readonly #tell: (outcome: FindingsOutcome) => void;
  #isUnderWay = false;
  #next: FindingsQuestion | undefined;
  #last: { readonly question: FindingsQuestion; readonly answeredAt: number } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (outcome: FindingsOutcome) => void) {
    this.#tell = tell;
  }

  ask(question: FindingsQuestion): void {
    this.#next = question;
    if (this.#isUnderWay) return;
    clearTimeout(this.#timer);
    const last = this.#last;
    if (last && isSameButVersion(last.question, question)) {
      const rest = Math.max(0, last.answeredAt + REST_MS - Date.now());
      this.#timer = setTimeout(() => void this.#run(question), rest);
    } else {
      void this.#run(question);
    }
  }

  /** Asks no more; an answer that is under way is told all the same. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#next = undefined;
  }

  async #run(question: FindingsQuestion): Promise<void> {
    this.#isUnderWay = true;
    this.#next = undefined;
    const outcome = await findInWorker(question).then(
      (findings): FindingsOutcome => ({ question, findings }),
      (error: unknown): FindingsOutcome => ({ error }),
    );
    this.#isUnderWay = false;
    this.#last = { question, answeredAt: Date.now() };
    const next = this.#next;
    // Of what is asked otherwise by now, the answer would only mislead.
    if (!next || isSameButVersion(question, next)) this.#tell(outcome);
    if (next) this.ask(next);
  }
}

function isSameButVersion(one: FindingsQuestion, other: FindingsQuestion): boolean {
  return (
    one.index === other.index &&
    one.graph === other.graph &&
    one.absentDays === other.absentDays &&
    one.now === other.now &&
    one.isComplete.people === other.isComplete.people &&
    one.isComplete.assignments === other.isComplete.assignments
  );
}
