package io.github.tapkustomer.sandbox.lists;

import io.github.tapkustomer.sandbox.bodies.AuditLogBody;
import io.github.tapkustomer.sandbox.misbehavior.Misbehaviors;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.server.Answer;
import io.github.tapkustomer.sandbox.server.ApiError;
import io.github.tapkustomer.sandbox.server.Request;
import io.github.tapkustomer.sandbox.server.Times;
import io.github.tapkustomer.sandbox.store.Interval;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Version;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The audit log, newest entries first. Entries expire without a trace. */
public final class AuditLogEndpoint {
  private static final int DEFAULT_COUNT = 100;
  private static final int LARGEST_COUNT = 1000;

  private final Organization organization;
  private final ListEndpoint lists;
  private final Misbehaviors misbehaviors;

  public AuditLogEndpoint(
      Organization organization, ListEndpoint lists, Misbehaviors misbehaviors) {
    this.misbehaviors = misbehaviors;
    this.organization = organization;
    this.lists = lists;
  }

  /** {@code before} and {@code after} are ids; the answer is the entries between them. */
  public Answer list(Request request, List<String> parts) {
    int count = count(request);
    Optional<String> before = request.query("before");
    Optional<String> after = request.query("after");
    if (before.isPresent() != after.isPresent()) {
      throw ApiError.badParameter("before", "before and after need each other");
    }
    int below = before.map(this::ordinal).orElse(Integer.MAX_VALUE);
    int above = after.map(this::ordinal).orElse(-1);
    Interval created =
        new Interval(
            Times.parameter(request, "filter[start]", Long.MIN_VALUE),
            Times.parameter(request, "filter[end]", Long.MAX_VALUE - 1) + 1);
    Optional<String> type = request.query("filter[objectType]");
    long oldest =
        organization.now() - Population.AUDIT_LOG_KEPT_MILLIS + misbehaviors.earlierExpiryMillis();
    List<Version> entries =
        lists
            .replica()
            .where(
                Kind.AUDIT_LOG,
                v ->
                    v.ordinal() < below
                        && v.ordinal() > above
                        && v.createdAt() >= oldest
                        && created.contains(v.createdAt())
                        && type.map(AuditLogBody.objectType(v.ordinal())::equals).orElse(true));
    Collections.reverse(entries);
    return lists.unpaged(Kind.AUDIT_LOG, entries.subList(0, Math.min(count, entries.size())));
  }

  private int ordinal(String id) {
    OptionalInt found = organization.table(Kind.AUDIT_LOG).find(id);
    return found.orElseThrow(() -> ApiError.badParameter("before", "no entry " + id));
  }

  private static int count(Request request) {
    String given = request.query("count").orElse("" + DEFAULT_COUNT);
    int count = given.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(given) : 0;
    if (count < 1 || count > LARGEST_COUNT) {
      throw ApiError.badParameter("count", "count must be 1 to " + LARGEST_COUNT);
    }
    return count;
  }
}
