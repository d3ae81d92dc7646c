package io.github.tapkustomer.read;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What reading one more page of a list came to.
 *
 * @param progress whether there is more to read
 * @param newest the latest {@code updated_at} of what was handed on so far
 * @param pagesLeft pages still to be read, as the API counts; empty where it does not
 * @param nothingIsMissing whether a record that did not come is gone, at the end of a reading that
 *     was to find that out
 */
public record ListStep(
    Progress progress, Optional<Instant> newest, OptionalLong pagesLeft, boolean nothingIsMissing) {
  /** How far a list is read. */
  public enum Progress {
    /** There is more. */
    GOES_ON,
    /** All that was there when the reading began is out. */
    WHOLE,
    /** It is read, but it changed so much that an entry can have been missed. */
    UNCERTAIN
  }

  public ListStep {
    requireNonNull(progress, "progress");
    requireNonNull(newest, "newest");
    requireNonNull(pagesLeft, "pagesLeft");
  }
}
