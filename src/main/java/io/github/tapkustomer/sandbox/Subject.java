package io.github.tapkustomer.sandbox;

/** One version of one object, with the chance that its generated values are drawn from. */
record Subject(Ids ids, Kind kind, String id, Version version, Dice dice) {
  private static final long MINUTE = 60_000;

  static Subject of(Ids ids, Kind kind, String id, Version version) {
    return new Subject(ids, kind, id, version, Dice.of(ids.seed(), kind, version.ordinal(), 0));
  }

  /** Chance that falls out anew with each revision. */
  Dice fresh() {
    return Dice.of(ids.seed(), kind, ordinal(), revision());
  }

  int ordinal() {
    return version.ordinal();
  }

  int revision() {
    return version.revision();
  }

  long createdAt() {
    return version.createdAt();
  }

  long updatedAt() {
    return version.updatedAt();
  }

  /** Some time into the object's life, never after its last change. */
  long minutesIn(int minutes) {
    return Math.min(createdAt() + minutes * MINUTE, updatedAt());
  }

  String idOf(Kind other, long ordinal) {
    return ids.of(other, ordinal);
  }

  String user() {
    return ids.of(Kind.USER, dice.below(Population.USERS));
  }

  String team() {
    return ids.of(Kind.TEAM, dice.below(Population.TEAMS));
  }

  String tag() {
    return ids.of(Kind.TAG, dice.below(Population.TAGS));
  }

  String shortcut() {
    return ids.of(Kind.SHORTCUT, dice.below(Population.SHORTCUTS));
  }
}
