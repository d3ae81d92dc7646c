package io.github.tapkustomer.read;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What reading one more page of a list came to.
 *
 * @param progress whether there is more to read
 * @param newest the latest {@code updated_at} of the records passed on so far
 * @param pagesLeft pages still to be read, by the API's count; empty if it gives none
 * @param nothingIsMissing whether a record that did not come is gone; only at the end of a reading
 *     that needs to know
 */
public record ListStep(
    Progress progress, Optional<Instant> newest, OptionalLong pagesLeft, boolean nothingIsMissing) {
  /** How far a list has been read. */
  public enum Progress {
    /** There is more. */
    GOES_ON,
    /** Everything that was there when the reading began has been passed on. */
    WHOLE,
    /** It was read, but it changed so much that an entry may be missing. */
    UNCERTAIN
  }

  public ListStep {
    requireNonNull(progress, "progress");
    requireNonNull(newest, "newest");
    requireNonNull(pagesLeft, "pagesLeft");
  }
}
