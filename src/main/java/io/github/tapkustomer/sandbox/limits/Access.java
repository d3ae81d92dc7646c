package io.github.tapkustomer.sandbox.limits;

import io.github.tapkustomer.sandbox.server.ApiError;
import io.github.tapkustomer.sandbox.server.Route;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the key may do: its roles, and the features of the organization's plan. */
public final class Access {
  private final Set<String> heldRoles = new TreeSet<>();
  private final Set<Feature> absentFeatures;

  /**
   * Access for a key with the current role of each endpoint, except those withheld.
   *
   * @param furtherRoles legacy or broader roles that the key has in addition
   */
  public Access(
      List<Route> routes,
      Set<String> withheldRoles,
      Set<String> furtherRoles,
      Set<Feature> absentFeatures) {
    routes.forEach(route -> route.roles().stream().limit(1).forEach(heldRoles::add));
    heldRoles.removeAll(withheldRoles);
    heldRoles.addAll(furtherRoles);
    this.absentFeatures = Set.copyOf(absentFeatures);
  }

  public List<String> heldRoles() {
    return List.copyOf(heldRoles);
  }

  /** Refuses what the key may not request. */
  public void check(Route route) {
    for (Feature feature : absentFeatures) {
      if (feature.has(route.template())) {
        throw feature.refusal(route.template());
      }
    }
    if (!route.roles().isEmpty() && route.roles().stream().noneMatch(heldRoles::contains)) {
      throw ApiError.of(
          403, "forbidden", "The API key lacks the role " + String.join(" or ", route.roles()));
    }
  }
}
