package io.github.tapkustomer.discovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an organisation has of its own, as far as the key may read it.
 *
 * @param roles the key's roles; absent where it may not know them
 * @param klasses the names of its klasses, of whatever status
 * @param attributes its custom attributes by resource, such as {@code customer} or {@code
 *     kobject.order}
 */
record OrganisationDetails(
    Optional<Set<String>> roles,
    List<String> klasses,
    Map<String, List<CustomAttribute>> attributes) {

  /** The role that the key lacks for an endpoint that any of these opens; absent if it may. */
  Optional<String> missing(List<String> anyOf) {
    if (roles.isEmpty() || anyOf.isEmpty()) {
      return Optional.empty();
    }
    boolean held = anyOf.stream().anyMatch(this::holds);
    return held ? Optional.empty() : Optional.of(String.join(" or ", anyOf));
  }

  /** A role covers those that it is the beginning of: {@code org.user} all of the users'. */
  private boolean holds(String wanted) {
    return roles.orElseThrow().stream()
        .anyMatch(role -> wanted.equals(role) || wanted.startsWith(role + "."));
  }

  List<CustomAttribute> attributesOf(String resource) {
    return attributes.getOrDefault(resource, List.of());
  }
}
