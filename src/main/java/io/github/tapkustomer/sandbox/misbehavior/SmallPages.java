package io.github.tapkustomer.sandbox.misbehavior;

import io.github.tapkustomer.sandbox.server.Request;
import io.github.tapkustomer.sandbox.server.Route;

/** Pages that are smaller than the client asked for. */
final class SmallPages {
  private static final int LARGEST = 40;

  private SmallPages() {}

  static Request ask(Request request, Route route) {
    String parameter = route.template().endsWith("/audit-logs") ? "count" : "pageSize";
    String asked = request.query(parameter).orElse("");
    boolean small = asked.matches("[1-9][0-9]?") && Integer.parseInt(asked) <= LARGEST;
    boolean invalid = !asked.isEmpty() && !asked.matches("[1-9][0-9]*");
    return small || invalid ? request : request.with(parameter, "" + LARGEST);
  }
}
