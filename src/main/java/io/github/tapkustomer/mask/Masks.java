package io.github.tapkustomer.mask;

import java.util.List;

/**
 * All masks of a run, in the order given.
 *
 * @param all if several match a column, the first counts
 */
public record Masks(List<Mask> all) {
  public static final Masks NONE = new Masks(List.of());

  public Masks {
    all = List.copyOf(all);
  }

  /** Those that match a stream. */
  public StreamMasks of(String stream) {
    return new StreamMasks(all.stream().filter(mask -> mask.pattern().fitsStream(stream)).toList());
  }
}
