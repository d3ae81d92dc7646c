package io.github.tapkustomer.sandbox.lists;

import io.github.tapkustomer.sandbox.misbehavior.Misbehavior;
import io.github.tapkustomer.sandbox.misbehavior.Misbehaviors;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Version;
import java.util.List;
import java.util.function.Predicate;

/** What lists read from: the current data, unless they misbehave and lag behind. */
record Replica(Organization organization, Misbehaviors misbehaviors) {

  List<Version> where(Kind kind, Predicate<Version> condition) {
    if (misbehaviors.is(Misbehavior.MOVING_LISTS)) {
      MovingLists.move(organization, kind, misbehaviors.next("moving " + kind));
    }
    long lag = misbehaviors.listLagMillis(kind.path);
    return organization.table(kind).where(condition, organization.now() - lag);
  }

  List<Version> live(Kind kind) {
    return where(kind, version -> !version.deleted());
  }
}
