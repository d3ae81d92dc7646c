package io.github.tapkustomer.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an API key may do.
 *
 * @param names its roles; absent where it may not know them
 */
public record KeyRoles(Optional<Set<String>> names) {
  /** Where the API tells them. */
  public static final String PATH = "/v1/auth/tokens/current";

  public static KeyRoles unknown() {
    return new KeyRoles(Optional.empty());
  }

  /** Those that an answer from {@link #PATH} names. */
  public static KeyRoles of(JsonNode answer) {
    Set<String> roles = new TreeSet<>();
    answer.at("/data/attributes/roles").forEach(role -> roles.add(role.asText()));
    return new KeyRoles(Optional.of(roles));
  }

  /** The role that the key lacks for an endpoint that any of these opens; absent if it may. */
  public Optional<String> missing(List<String> anyOf) {
    if (names.isEmpty() || anyOf.isEmpty()) {
      return Optional.empty();
    }
    boolean held = anyOf.stream().anyMatch(this::holds);
    return held ? Optional.empty() : Optional.of(String.join(" or ", anyOf));
  }

  /** A role covers those that it is the beginning of: {@code org.user} all of the users'. */
  private boolean holds(String wanted) {
    return names.orElseThrow().stream()
        .anyMatch(role -> wanted.equals(role) || wanted.startsWith(role + "."));
  }
}
