package io.github.tapkustomer.sandbox.record;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.store.Dice;
import io.github.tapkustomer.sandbox.store.Ids;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Version;

/** One version of one object, with the random numbers for its generated values. */
public record Subject(Ids ids, Kind kind, String id, Version version, Dice dice) {
  private static final long MINUTE = 60_000;

  public static Subject of(Ids ids, Kind kind, String id, Version version) {
    return new Subject(ids, kind, id, version, Dice.of(ids.seed(), kind, version.ordinal(), 0));
  }

  /** Random numbers that are different in each revision. */
  public Dice fresh() {
    return Dice.of(ids.seed(), kind, ordinal(), revision());
  }

  public int ordinal() {
    return version.ordinal();
  }

  public int revision() {
    return version.revision();
  }

  public long createdAt() {
    return version.createdAt();
  }

  public long updatedAt() {
    return version.updatedAt();
  }

  /** A time this many minutes into the object's life, never after its last change. */
  public long minutesIn(int minutes) {
    return Math.min(createdAt() + minutes * MINUTE, updatedAt());
  }

  public String idOf(Kind other, long ordinal) {
    return ids.of(other, ordinal);
  }

  public String user() {
    return ids.of(Kind.USER, dice.below(Population.USERS));
  }

  public String team() {
    return ids.of(Kind.TEAM, dice.below(Population.TEAMS));
  }

  public String tag() {
    return ids.of(Kind.TAG, dice.below(Population.TAGS));
  }

  public String shortcut() {
    return ids.of(Kind.SHORTCUT, dice.below(Population.SHORTCUTS));
  }

  /** The three times that settings have. */
  public void times(JsonOut out) {
    out.time("createdAt", createdAt()).time("updatedAt", updatedAt());
    out.time("modifiedAt", updatedAt());
  }
}
