package io.github.tapkustomer.sandbox.lists;

import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.store.Dice;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Table;
import io.github.tapkustomer.sandbox.store.Version;
import java.util.List;
import java.util.Set;

/** Entries that come to and leave a list while somebody pages through it. */
final class MovingLists {
  /** Kinds that only settings use; other records refer to the rest. */
  private static final Set<Kind> KINDS =
      Set.of(Kind.TAG, Kind.SHORTCUT, Kind.ARTICLE, Kind.CATEGORY, Kind.CARD, Kind.SNOOZE);

  private MovingLists() {}

  static void move(Organization organization, Kind kind, Dice dice) {
    Table table = organization.table(kind);
    List<Version> all = table.where(version -> true);
    if (KINDS.contains(kind) && all.size() > 1) {
      table.purge(all.get(dice.below(all.size())).ordinal(), organization.now());
      long now = organization.now();
      table.add(now, now, false, null, now);
    }
  }
}
