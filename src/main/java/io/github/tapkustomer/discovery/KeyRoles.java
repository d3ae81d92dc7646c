package io.github.tapkustomer.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The roles of an API key.
 *
 * @param names empty if the API does not say
 */
public record KeyRoles(Optional<Set<String>> names) {
  /** Where the API lists them. */
  public static final String PATH = "/v1/auth/tokens/current";

  public KeyRoles {
    names = names.map(Set::copyOf);
  }

  public static KeyRoles unknown() {
    return new KeyRoles(Optional.empty());
  }

  /** The roles in an answer from {@link #PATH}; unknown if it lists none as plain names. */
  public static KeyRoles of(JsonNode answer) {
    Set<String> roles = new TreeSet<>();
    for (JsonNode role : answer.at("/data/attributes/roles")) {
      if (!role.isTextual()) {
        return unknown();
      }
      roles.add(role.textValue());
    }
    return roles.isEmpty() ? unknown() : new KeyRoles(Optional.of(roles));
  }

  /** Whether the key has none of these roles, as far as is known which roles an endpoint needs. */
  boolean seemToLack(List<String> anyOf) {
    return names.isPresent() && !anyOf.isEmpty() && anyOf.stream().noneMatch(this::holds);
  }

  /** A role includes all that begin with it: {@code org.user} covers {@code org.user.read}. */
  private boolean holds(String wanted) {
    return names.orElseThrow().stream()
        .anyMatch(role -> wanted.equals(role) || wanted.startsWith(role + "."));
  }
}
